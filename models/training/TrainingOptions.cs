using System.Globalization;

namespace HeritageGuide.Training;

/// <summary>What the command line asks for.</summary>
internal sealed record TrainingOptions(
    string Command, string Data, string Corpus, string Output, int Steps, double Minutes, int Threads, int Vocabulary, bool ShareAlike, bool WithCorpus)
{
    public static TrainingOptions Parse(string[] args)
    {
        string Value(string name, string otherwise)
        {
            var at = Array.IndexOf(args, "--" + name);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
        }

        int Number(string name, int otherwise) => int.Parse(Value(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        return new TrainingOptions(
            args.Length > 0 ? args[0] : "",
            Value("data", "../shared/training/parallel.jsonl.gz"),
            Value("corpus", "corpus"),
            Value("out", "models"),
            Number("steps", 12_000),
            double.Parse(Value("minutes", "40"), CultureInfo.InvariantCulture),
            Number("threads", Environment.ProcessorCount),
            Number("vocabulary", 80_000),
            args.Contains("--share-alike"),
            !args.Contains("--no-corpus"));
    }

    public static int Usage()
    {
        Console.Error.WriteLine("usage: train language|marks|embedding [--data parallel.jsonl.gz] [--corpus corpus] [--out models] [--steps N] [--minutes M] [--threads N] [--share-alike] [--no-corpus]");
        return 2;
    }
}
