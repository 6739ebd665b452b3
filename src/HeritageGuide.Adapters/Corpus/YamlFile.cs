using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HeritageGuide.Adapters.Corpus;

/// <summary>Thrown where a file of the corpus cannot be read; carries file, line and cure.</summary>
public sealed class CorpusException(Finding finding) : Exception(finding.ToString())
{
    public Finding Finding { get; } = finding;

    public static CorpusException At(string file, long line, string problem, string cure) =>
        new(new Finding(Severity.Error, file, (int)line, problem, cure));
}

/// <summary>One YAML file of the corpus, read so that every complaint can name its line.</summary>
internal sealed class YamlFile(string name, YamlNode root)
{
    public string Name { get; } = name;
    public YamlNode Root { get; } = root;

    public static YamlFile Load(string path, string name)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(path);
            stream.Load(reader);
            return stream.Documents.Count > 0
                ? new YamlFile(name, stream.Documents[0].RootNode)
                : throw CorpusException.At(name, 1, "the file is empty.", "Write it, or delete it.");
        }
        catch (YamlException e)
        {
            throw CorpusException.At(name, e.Start.Line, $"this is not YAML: {e.Message}", "Check indentation, quotes and colons on this line.");
        }
        catch (FileNotFoundException)
        {
            throw CorpusException.At(name, 1, "the file is missing.", "Add it; CONTRIBUTING.md shows what it holds.");
        }
    }

    public YamlNode? Get(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsNull(value) ? value : null;

    public string Required(YamlNode node, string key) =>
        Text(node, key) ?? throw CorpusException.At(Name, node.Start.Line, $"'{key}' is missing.", $"Add '{key}:' here.");

    public string? Text(YamlNode node, string key) => Get(node, key) switch
    {
        null => null,
        YamlScalarNode { Value: var value } => value?.Trim(),
        var other => throw CorpusException.At(Name, other.Start.Line, $"'{key}' holds a list or a map.", "One line of text is wanted."),
    };

    public int? Number(YamlNode node, string key) => Real(node, key) is { } real ? (int)real : null;

    public double? Real(YamlNode node, string key)
    {
        var text = Text(node, key);
        return text is null ? null
            : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value
            : throw CorpusException.At(Name, Get(node, key)!.Start.Line, $"'{key}' is '{text}', not a number.", "Write digits with a decimal point.");
    }

    public IEnumerable<YamlNode> Each(YamlNode node, string key) => Get(node, key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children,
        var other => throw CorpusException.At(Name, other.Start.Line, $"'{key}' is not a list.", "Begin each entry with a dash."),
    };

    public List<string> Texts(YamlNode node, string key) => [.. Each(node, key).Select(Scalar)];

    public string Scalar(YamlNode node) => node is YamlScalarNode { Value: { } value }
        ? value.Trim()
        : throw CorpusException.At(Name, node.Start.Line, "a line of text is wanted here.", "Put it in double quotes.");

    public IEnumerable<(string Key, YamlNode Value)> Pairs(YamlNode? node) => node switch
    {
        null => [],
        YamlMappingNode map => map.Children.Where(p => !IsNull(p.Value)).Select(p => (Scalar(p.Key), p.Value)),
        _ => throw CorpusException.At(Name, node.Start.Line, "a map is wanted here.", "Write 'key: value' lines."),
    };

    public Localized Localized(YamlNode node, string key) =>
        new(Pairs(Get(node, key)).ToDictionary(p => p.Key, p => Scalar(p.Value)));

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };
}
