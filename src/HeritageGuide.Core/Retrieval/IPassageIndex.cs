using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// Finds passages by words and by vectors. Reads may run from many threads, also during a rebuild: readers see the old index or
/// the new one, never half of either. Hits come best first; no hit is an empty list.
/// </summary>
public interface IPassageIndex
{
    /// <summary>What is indexed now.</summary>
    Task<IndexStatus> StatusAsync(CancellationToken cancel);

    /// <summary>Builds a new index from the passages and swaps it in when it is complete.</summary>
    /// <param name="passages">All passages; ids are unique.</param>
    /// <param name="buildKey">Identity of what is indexed and how; equal keys mean equal indexes.</param>
    /// <param name="progress">Told how many passages are done.</param>
    Task RebuildAsync(IReadOnlyList<Passage> passages, string buildKey, Action<int>? progress, CancellationToken cancel);

    /// <summary>Candidates by words and by vector, fused by their scores, best first.</summary>
    Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancel);

    /// <summary>How common each term is, for scoring.</summary>
    Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancel);
}

/// <summary>State of an index.</summary>
/// <param name="Passages">How many passages it holds.</param>
/// <param name="BuildKey">The key it was built with; empty before the first build.</param>
/// <param name="Healthy">False where it cannot answer.</param>
/// <param name="Detail">What is wrong, or which index it is.</param>
public sealed record IndexStatus(int Passages, string BuildKey, bool Healthy, string Detail);

/// <summary>What is looked for.</summary>
/// <param name="Terms">Index terms (see <see cref="SearchTerms"/>); empty to search by vector alone.</param>
/// <param name="Vector">Unit-length vector of the question; null to search by words alone.</param>
/// <param name="Language">Only passages in this language; null for all.</param>
/// <param name="Kind">Only dossiers or documents; null for both.</param>
/// <param name="Dossiers">Only passages of these dossiers; null for all.</param>
/// <param name="Limit">How many candidates to return.</param>
public sealed record PassageQuery(
    IReadOnlyList<string> Terms, float[]? Vector, string? Language, string? Kind, IReadOnlyList<string>? Dossiers, int Limit);

/// <summary>A candidate.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Vector">Its stored vector; null where the index holds none.</param>
/// <param name="Lookup">What the model looks up for its text (<see cref="ILookupModel"/>); null where the index holds none.</param>
/// <param name="Score">
/// Cosine + <see cref="Bm25.Covered">covered BM25</see>. Places in two lists would not do: a question in another language has a first place by
/// words too, though no word of it stands there.
/// </param>
public sealed record PassageHit(Passage Passage, float[]? Vector, byte[]? Lookup, double Score);

/// <summary>How common terms are in an index.</summary>
/// <param name="Passages">Number of passages.</param>
/// <param name="AverageTerms">Mean number of terms in a passage.</param>
/// <param name="Frequencies">In how many passages each term stands; a term that is not listed stands in none.</param>
public sealed record TermStatistics(int Passages, double AverageTerms, IReadOnlyDictionary<string, int> Frequencies)
{
    /// <summary>Inverse document frequency as in BM25, never negative; the highest for an unseen term.</summary>
    public double Idf(string term)
    {
        var df = Frequencies.GetValueOrDefault(term);
        return Math.Log(1 + (Passages - df + 0.5) / (df + 0.5));
    }
}
