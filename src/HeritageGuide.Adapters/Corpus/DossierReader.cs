using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using YamlDotNet.RepresentationModel;

namespace HeritageGuide.Adapters.Corpus;

/// <summary>Reads one dossier's folder: <c>dossier.yaml</c>, its texts, and how people ask for its claims.</summary>
internal static class DossierReader
{
    /// <param name="folder">The dossier's folder, named by its id.</param>
    /// <param name="questions">The file of suggested questions; need not exist.</param>
    /// <exception cref="CorpusException">The first thing that keeps the dossier from being read.</exception>
    public static Dossier Read(string folder, string questions)
    {
        var id = Path.GetFileName(folder);
        var name = $"dossiers/{id}/dossier.yaml";
        var file = YamlFile.Load(Path.Combine(folder, "dossier.yaml"), name);
        var root = file.Root;
        if (file.Required(root, "id") != id)
        {
            throw CorpusException.At(name, 1, $"the id is not the folder's name '{id}'.", "Make them equal.");
        }

        var texts = Files(folder, "text.*.md").Select(p => TextFile.Read(p, $"dossiers/{id}/{Path.GetFileName(p)}")).ToList();
        return new Dossier
        {
            Id = id,
            Kind = file.Required(root, "kind"),
            Category = file.Text(root, "category"),
            Rank = file.Text(root, "rank"),
            RankNote = file.Text(root, "rankNote"),
            Decision = file.Get(root, "decision") is { } d ? new Decision(file.Text(d, "number"), file.Text(d, "date"), file.Text(d, "issuer")) : null,
            Names = file.Localized(root, "names"),
            Aliases = file.Texts(root, "aliases"),
            Places = [.. file.Each(root, "places").Select(p => new DatedPlace(file.Text(p, "since"), file.Text(p, "until"), file.Required(p, "vi")))],
            Coordinates = ReadCoordinates(file, root),
            Summary = file.Localized(root, "summary"),
            Claims = [.. file.Each(root, "claims").Select(c => ReadClaim(file, c))],
            Disputes = [.. file.Each(root, "disputes").Select(c => ReadDispute(file, c))],
            Sources = [.. file.Each(root, "sources").Select(s => ReadSource(file, s))],
            Visit = file.Pairs(file.Get(root, "visit")).ToDictionary(p => p.Key, p => file.Scalar(p.Value)),
            Related = file.Texts(root, "related"),
            Stops = ReadStops(file, root, id, questions),
            Untold = [.. file.Each(root, "untold").Select(u => new Untold(file.Required(u, "claim"), file.Localized(u, "reason")))],
            Media = [.. file.Each(root, "media").Select(m => new Illustration(
                file.Required(m, "file"), file.Localized(m, "alt"), file.Required(m, "licence"), file.Text(m, "origin") ?? "human"))],
            Rights = file.Text(root, "rights") ?? "",
            Texts = texts,
            Asked = Files(folder, "asked.*.yaml").ToDictionary(LanguageOf, p => ReadAsked(p, $"dossiers/{id}/{Path.GetFileName(p)}")),
            Gaps = Files(folder, "gaps.*.yaml").ToDictionary(LanguageOf, p => ReadList(p, $"dossiers/{id}/{Path.GetFileName(p)}")),
            Hash = HashOf(folder, questions),
        };
    }

    public static IReadOnlyList<string> ReadList(string path, string name)
    {
        var file = YamlFile.Load(path, name);
        return file.Root is YamlSequenceNode list
            ? [.. list.Children.Select(file.Scalar)]
            : throw CorpusException.At(name, 1, "the file is not a list.", "Begin each question with a dash.");
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadAsked(string path, string name)
    {
        var file = YamlFile.Load(path, name);
        return file.Pairs(file.Root).ToDictionary(p => p.Key, p => (IReadOnlyList<string>)file.Texts(file.Root, p.Key));
    }

    private static Coordinates? ReadCoordinates(YamlFile file, YamlNode node)
    {
        if (file.Get(node, "coordinates") is not { } c)
        {
            return null;
        }

        var (lat, lon) = (file.Real(c, "lat"), file.Real(c, "lon"));
        if (lat is not (>= -90 and <= 90) || lon is not (>= -180 and <= 180))
        {
            throw CorpusException.At(file.Name, c.Start.Line, "the coordinates are no point on Earth.", "Write lat (-90 to 90) and lon (-180 to 180) in degrees.");
        }

        var source = file.Get(c, "source") is { } s ? file.Text(s, "title") : null;
        return new Coordinates(lat.Value, lon.Value, file.Required(c, "precision"), source);
    }

    private static Claim ReadClaim(YamlFile file, YamlNode c)
    {
        var standing = file.Required(c, "standing") switch
        {
            "agreed" => Standing.Agreed,
            "single-source" => Standing.SingleSource,
            "disputed" => Standing.Disputed,
            "legend" => Standing.Legend,
            var other => throw CorpusException.At(file.Name, c.Start.Line, $"standing '{other}' is unknown.", "Use agreed, single-source, disputed or legend."),
        };
        return new Claim(
            file.Required(c, "id"), file.Required(c, "vi").Normalize(), file.Required(c, "en").Normalize(), file.Text(c, "date"), file.Texts(c, "people"), standing, file.Texts(c, "sources"));
    }

    private static Dispute ReadDispute(YamlFile file, YamlNode d) => new(
        file.Required(d, "id"),
        file.Localized(d, "about"),
        file.Texts(d, "claims"),
        [.. file.Each(d, "versions").Select(v => new DisputeVersion(
            new Localized(file.Pairs(v).Where(p => LanguageTag.TryParse(p.Key, out _)).ToDictionary(p => p.Key, p => file.Scalar(p.Value))),
            file.Texts(v, "sources")))]);

    private static Source ReadSource(YamlFile file, YamlNode s) => new(
        file.Required(s, "id"), file.Required(s, "title"), file.Text(s, "publisher"), file.Number(s, "year"), file.Text(s, "url"), file.Text(s, "note"),
        file.Text(s, "weak") == "true");

    private static List<Stop> ReadStops(YamlFile file, YamlNode root, string id, string questions)
    {
        var asked = File.Exists(questions) ? YamlFile.Load(questions, $"questions/{id}.yaml") : null;
        return [.. file.Each(root, "stops").Select(s =>
        {
            var slug = file.Required(s, "slug");
            var code = file.Required(s, "code");
            if (StopCode.Normalize(code) != code)
            {
                throw CorpusException.At(file.Name, s.Start.Line, $"'{code}' is not a stop code.", "Five characters of 0-9 A-Z without I, L, O, U.");
            }

            var questionsHere = asked is null ? null : asked.Get(asked.Root, slug);
            return new Stop
            {
                Slug = slug,
                Code = code,
                Dossier = id,
                Title = file.Localized(s, "title"),
                Sections = file.Texts(s, "sections"),
                More = file.Texts(s, "more"),
                Description = file.Text(s, "description"),
                Coordinates = ReadCoordinates(file, s),
                Beacons = [.. file.Each(s, "beacons").Select(b => BeaconId.Parse(file.Scalar(b))
                    ?? throw CorpusException.At(file.Name, b.Start.Line, "this is no beacon id.", "Write ibeacon/<uuid>/<major>/<minor> or eddystone/<namespace>/<instance>."))],
                Questions = asked is null ? [] : asked.Pairs(questionsHere).ToDictionary(p => p.Key, p => (IReadOnlyList<string>)asked.Texts(questionsHere!, p.Key)),
            };
        })];
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);

    private static string LanguageOf(string path) => Path.GetFileName(path).Split('.')[1];

    /// <summary>SHA-256 over the names and contents of the dossier's files.</summary>
    public static string HashOf(string folder, string questions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Files(folder, "*.*").Append(questions).Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
