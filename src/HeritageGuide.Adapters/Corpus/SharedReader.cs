using System.Security.Cryptography;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Corpus;

/// <summary>Reads what the dossiers share: documents, tours, places, glossary, lexicons, plaques, and questions that are not the guide's business.</summary>
internal static class SharedReader
{
    public static SharedCorpus Read(string root, List<Finding> findings)
    {
        T Try<T>(Func<T> read, T otherwise)
        {
            try
            {
                return read();
            }
            catch (CorpusException e)
            {
                findings.Add(e.Finding);
                return otherwise;
            }
        }

        return new SharedCorpus
        {
            Documents = [.. Folders(root, "documents").Select(f => Try(() => ReadDocument(f), null)).OfType<Document>()],
            Tours = [.. Files(root, "tours", "*.yaml").Select(f => Try(() => ReadTour(f), null)).OfType<Tour>()],
            Places = Try(() => ReadPlaces(root), []),
            Glossary = Try(() => ReadGlossary(root), []),
            Lexicons = Files(root, "", "lexicon.*.yaml").ToDictionary(
                f => Path.GetFileName(f).Split('.')[1], f => Try(() => ReadLexicon(f), new Dictionary<string, string>())),
            Plaques = PlaqueFile.Read(root, findings),
            OffTopic = Files(root, "questions", "off-topic.*.yaml").ToDictionary(
                f => Path.GetFileName(f).Split('.')[1], f => Try(() => DossierReader.ReadList(f, $"questions/{Path.GetFileName(f)}"), [])),
        };
    }

    private static Document ReadDocument(string folder)
    {
        var id = Path.GetFileName(folder);
        var file = YamlFile.Load(Path.Combine(folder, "document.yaml"), $"documents/{id}/document.yaml");
        var root = file.Root;
        var textPath = Directory.EnumerateFiles(folder, "text.*.md").Single();
        var text = TextFile.Read(textPath, $"documents/{id}/{Path.GetFileName(textPath)}", claimsRequired: false);
        return new Document
        {
            Id = id,
            Title = file.Localized(root, "title"),
            Language = text.Language,
            Source = new Source(id, file.Localized(root, "title").In(LanguageTag.Vietnamese), file.Text(root, "publisher"), file.Number(root, "year"), file.Text(root, "url"), null, false),
            Number = file.Text(root, "number"),
            Date = file.Text(root, "date"),
            Licence = file.Required(root, "licence"),
            Related = file.Texts(root, "related"),
            Sections = text.Sections,
            Hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(textPath))),
        };
    }

    private static Tour ReadTour(string path)
    {
        var file = YamlFile.Load(path, $"tours/{Path.GetFileName(path)}");
        return new Tour
        {
            Id = Path.GetFileNameWithoutExtension(path),
            Name = file.Localized(file.Root, "name"),
            Summary = file.Localized(file.Root, "summary"),
            Mode = file.Text(file.Root, "mode") ?? "road",
            Minutes = file.Number(file.Root, "minutes") ?? 0,
            Kilometres = file.Real(file.Root, "kilometres"),
            Stops = [.. file.Each(file.Root, "stops").Select(s => new TourStop(file.Required(s, "stop"), file.Localized(s, "adds")))],
        };
    }

    private static List<PlaceName> ReadPlaces(string root)
    {
        var path = Path.Combine(root, "places.yaml");
        if (!File.Exists(path))
        {
            return [];
        }

        var file = YamlFile.Load(path, "places.yaml");
        return [.. file.Each(file.Root, "names").Select(p => new PlaceName(
            file.Required(p, "name"), file.Required(p, "kind"), file.Required(p, "level"), file.Text(p, "within"),
            file.Text(p, "since"), file.Text(p, "until"), file.Texts(p, "became"), file.Text(p, "note")))];
    }

    private static List<GlossaryTerm> ReadGlossary(string root)
    {
        var path = Path.Combine(root, "glossary.yaml");
        if (!File.Exists(path))
        {
            return [];
        }

        var file = YamlFile.Load(path, "glossary.yaml");
        return [.. file.Each(file.Root, "terms").Select(t => new GlossaryTerm(
            file.Required(t, "id"),
            file.Pairs(t).Where(p => LanguageTag.TryParse(p.Key, out _)).ToDictionary(p => p.Key, p => file.Scalar(p.Value)),
            file.Texts(t, "aliases")))];
    }

    private static IReadOnlyDictionary<string, string> ReadLexicon(string path)
    {
        var file = YamlFile.Load(path, Path.GetFileName(path));
        return file.Pairs(file.Root).ToDictionary(p => p.Key, p => file.Scalar(p.Value));
    }

    private static IEnumerable<string> Files(string root, string folder, string pattern)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<string> Folders(string root, string folder)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path) ? Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal) : [];
    }
}
