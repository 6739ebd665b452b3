using System.Numerics;
using System.Runtime.InteropServices;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Dot products of vectors of floats.</summary>
public static class DotProducts
{
    /// <summary>Of two vectors of one length.</summary>
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b[..a.Length]);
        var (even, odd, i) = (Vector<float>.Zero, Vector<float>.Zero, 0);
        for (; i + 2 * Vector<float>.Count <= a.Length; i += 2 * Vector<float>.Count)
        {
            even = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)i), Vector.LoadUnsafe(ref y, (nuint)i), even);
            odd = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + Vector<float>.Count)), Vector.LoadUnsafe(ref y, (nuint)(i + Vector<float>.Count)), odd);
        }

        var total = Vector.Sum(even + odd);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    /// <summary>Of one vector with each of many: four at a time, so that no sum waits for the one before it.</summary>
    /// <param name="rows">Vectors of the same length, one after the other.</param>
    /// <param name="products">Takes one number a vector.</param>
    public static void Of(ReadOnlySpan<float> one, ReadOnlySpan<float> rows, Span<float> products)
    {
        var row = 0;
        for (; one.Length % Vector<float>.Count == 0 && row + 4 <= products.Length; row += 4)
        {
            Four(one, rows.Slice(row * one.Length, 4 * one.Length), products.Slice(row, 4));
        }

        for (; row < products.Length; row++)
        {
            products[row] = Of(one, rows.Slice(row * one.Length, one.Length));
        }
    }

    private static void Four(ReadOnlySpan<float> one, ReadOnlySpan<float> rows, Span<float> products)
    {
        ref var x = ref MemoryMarshal.GetReference(one);
        ref var y = ref MemoryMarshal.GetReference(rows);
        var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var length = (nuint)one.Length;
        for (nuint i = 0; i < length; i += (nuint)Vector<float>.Count)
        {
            var same = Vector.LoadUnsafe(ref x, i);
            a = Vector.FusedMultiplyAdd(same, Vector.LoadUnsafe(ref y, i), a);
            b = Vector.FusedMultiplyAdd(same, Vector.LoadUnsafe(ref y, i + length), b);
            c = Vector.FusedMultiplyAdd(same, Vector.LoadUnsafe(ref y, i + 2 * length), c);
            d = Vector.FusedMultiplyAdd(same, Vector.LoadUnsafe(ref y, i + 3 * length), d);
        }

        (products[0], products[1], products[2], products[3]) = (Vector.Sum(a), Vector.Sum(b), Vector.Sum(c), Vector.Sum(d));
    }
}
