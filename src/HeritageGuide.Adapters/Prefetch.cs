using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace HeritageGuide.Adapters;

/// <summary>Has the processor fetch what it cannot guess is needed next: half of the time would be waiting for memory.</summary>
internal static class Prefetch
{
    private const int CacheLine = 64;

    /// <summary>A hint alone: should the collector move the bytes in between, nothing is lost but the hint.</summary>
    public static unsafe void Bytes(ref sbyte start, int length)
    {
        if (Sse.IsSupported)
        {
            for (var i = 0; i < length; i += CacheLine)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref start, i)));
            }
        }
    }
}
