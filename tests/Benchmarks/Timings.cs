using System.Diagnostics;

namespace HeritageGuide.Benchmarks;

/// <summary>Times one call after the other.</summary>
internal static class Timings
{
    public static void Report(string what, IEnumerable<string> questions, Action<string> run)
    {
        var times = new List<double>();
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            run(question);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what}: p50 {times[times.Count / 2]:F2} ms, p95 {times[(int)(times.Count * 0.95)]:F2} ms over {times.Count}");
    }
}
