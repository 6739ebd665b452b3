using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Dossiers;

/// <summary>How firmly a claim stands.</summary>
public enum Standing
{
    Agreed,
    SingleSource,
    Disputed,
    Legend,
}

/// <summary>One atomic, checkable statement with its sources.</summary>
/// <param name="Id">Permanent id, such as <c>tam-vu-f7</c>.</param>
/// <param name="Vietnamese">The statement in Vietnamese.</param>
/// <param name="English">The statement in English.</param>
/// <param name="Date">EDTF or ISO date of what is stated, a span as <c>A/B</c>.</param>
/// <param name="People">Names of the people it is about.</param>
/// <param name="Standing">How firmly it stands.</param>
/// <param name="Sources">Ids of the dossier's sources.</param>
public sealed record Claim(
    string Id, string Vietnamese, string English, string? Date, IReadOnlyList<string> People, Standing Standing, IReadOnlyList<string> Sources)
{
    /// <summary>The statement as it is written: Vietnamese for Vietnamese, English for every other language.</summary>
    public string In(LanguageTag language) => language == LanguageTag.Vietnamese ? Vietnamese : English;
}

/// <summary>Where something is known from.</summary>
/// <param name="Weak">True for reposts, blogs and mirrors: kept in the record, never linked.</param>
public sealed record Source(string Id, string Title, string? Publisher, int? Year, string? Url, string? Note, bool Weak)
{
    /// <summary>Publisher, title and year, as the source is cited.</summary>
    public string Reference() => $"{Publisher}{(Publisher is null ? "" : ": ")}{Title}{(Year is { } year ? $" ({year})" : "")}";

    /// <summary>Who says it, in short.</summary>
    public string Teller() => Publisher ?? Title;
}

/// <summary>A question on which sources differ, with each version and its sources.</summary>
/// <param name="Id">Permanent id, such as <c>tam-vu-d6</c>.</param>
/// <param name="About">What the sources differ on.</param>
/// <param name="Claims">Ids of the claims nearest to the question.</param>
/// <param name="Versions">Each version, at least two.</param>
public sealed record Dispute(string Id, Localized About, IReadOnlyList<string> Claims, IReadOnlyList<DisputeVersion> Versions);

/// <summary>One side of a dispute.</summary>
public sealed record DisputeVersion(Localized Text, IReadOnlyList<string> Sources);
