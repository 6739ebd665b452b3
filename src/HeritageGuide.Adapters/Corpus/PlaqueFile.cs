using System.Text;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Corpus;

/// <summary>
/// The register of plaques, <c>corpus/plaques.tsv</c>: a line for everything that happened to a plaque, tab-separated
/// (code, date, change, stop, place, photo, note), only ever added to, reviewed with the corpus.
/// </summary>
public static class PlaqueFile
{
    public const string Name = "plaques.tsv";

    /// <summary>How soon a running guide sees a changed register.</summary>
    public const int TakenUpSeconds = 10;

    private const int Columns = 7;
    private const string Header =
        """
        # Register of plaques: what happened to each, oldest first. Lines are only ever added (heritage plaques install|check|point|retire|restore); a code is never reused.
        # code	date	change	stop	place	photo	note

        """;

    /// <summary>The entries of the corpus folder; a line that cannot be read is a finding and keeps out itself alone.</summary>
    public static IReadOnlyList<PlaqueEntry> Read(string root, List<Finding> findings)
    {
        var path = Path.Combine(root, Name);
        var entries = new List<PlaqueEntry>();
        foreach (var (line, number) in File.Exists(path) ? File.ReadAllLines(path).Select((l, i) => (l, i + 1)) : [])
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Parse(line) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                findings.Add(new Finding(Severity.Error, Name, number, "this line is no entry.", "Seven columns, tab between them: code, date (yyyy-mm-dd), install|check|point|retire|restore, stop, place, photo, note."));
            }
        }

        return entries;
    }

    /// <summary>Adds an entry.</summary>
    public static void Append(string root, PlaqueEntry entry)
    {
        var path = Path.Combine(root, Name);
        var before = File.Exists(path) ? File.ReadAllText(path) : Header.ReplaceLineEndings("\n");
        WholeFile.Write(path, Encoding.UTF8.GetBytes($"{before}{(before.EndsWith('\n') ? "" : "\n")}{Line(entry)}\n"));
    }

    private static PlaqueEntry? Parse(string line)
    {
        var cells = line.Split('\t');
        string? At(int i) => i < cells.Length && cells[i].Trim() is { Length: > 0 } text ? text : null;
        return cells.Length <= Columns && At(0) is { } code && StopCode.Normalize(code) == code
            && IsoDay.Parse(At(1)) is { } date
            && Enum.GetValues<PlaqueChange>().Cast<PlaqueChange?>().FirstOrDefault(c => Word(c!.Value) == At(2)) is { } change
            ? new PlaqueEntry(code, date, change, At(3), At(4), At(5), At(6))
            : null;
    }

    private static string Line(PlaqueEntry entry) => string.Join('\t', ((string?[])[
        entry.Code, IsoDay.Text(entry.Date), Word(entry.Change), entry.Stop, entry.Place, entry.Photo, entry.Note]).Select(Cell)).TrimEnd('\t');

    // A tab or a line break typed into a place would make two entries of one.
    private static string Cell(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Word(PlaqueChange change) => change switch
    {
        PlaqueChange.Install => "install",
        PlaqueChange.Check => "check",
        PlaqueChange.Point => "point",
        PlaqueChange.Retire => "retire",
        _ => "restore",
    };
}
