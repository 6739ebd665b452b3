namespace HeritageGuide.Core.Dossiers;

/// <summary>Checks what the dossiers share: stops and codes are unique, tours and plaques lead to stops that exist.</summary>
public static class SharedCheck
{
    public static IEnumerable<Finding> Of(Library library)
    {
        foreach (var tour in library.Shared.Tours)
        {
            foreach (var stop in tour.Stops.Where(s => library.Stop(s.Stop) is null))
            {
                yield return new Finding(Severity.Error, $"tours/{tour.Id}.yaml", 1, $"the tour leads to the unknown stop '{stop.Stop}'.", "Correct the slug.");
            }
        }

        foreach (var entry in library.Shared.Plaques.Where(e => e.Stop is not null && library.Stop(e.Stop) is null))
        {
            yield return new Finding(Severity.Error, "plaques.tsv", 1, $"plaque {entry.Code} is to lead to the unknown stop '{entry.Stop}'.", "Point it to a stop that there is: heritage plaques point.");
        }

        foreach (var (entry, fault) in library.Plaques.Faults)
        {
            yield return new Finding(Severity.Error, "plaques.tsv", 1, $"the entry '{entry.Change}' of {entry.Code} on {entry.Date:yyyy-MM-dd} cannot stand.", fault);
        }

        foreach (var stop in library.Stops.Where(s => s.Questions.Count == 0))
        {
            yield return new Finding(Severity.Warning, $"questions/{stop.Dossier}.yaml", 1, $"stop {stop.Slug} suggests no questions.", "Write three a language.");
        }
    }
}
