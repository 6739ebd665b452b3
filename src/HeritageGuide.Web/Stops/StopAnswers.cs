namespace HeritageGuide.Web.Stops;

/// <summary>A stop as the API tells it.</summary>
public sealed record StopAnswer(
    string Slug, string Code, string Dossier, string Lang, string RequestedLang, string Title, ReviewAnswer Review, IReadOnlyList<StopSentence> Sentences,
    StopAudio? Audio, StopLocation? Location, StopLink? Next, IReadOnlyList<SourceAnswer> Sources, IReadOnlyList<string> Questions,
    StopDescription? Description);

/// <summary>Who answers for the text.</summary>
public sealed record ReviewAnswer(bool Approved, string? By, string? On, string Origin);

/// <summary>A sentence; times in milliseconds are null where no voice speaks the language or a recording does not tell them.</summary>
public sealed record StopSentence(string Text, IReadOnlyList<string> Claims, int? StartMs, int? EndMs);

/// <summary>The sound of the stop: who speaks (<c>Reader</c> where a person does), and which voices can be asked for.</summary>
public sealed record StopAudio(
    string Url, string Mime, string Mp3Url, int DurationMs, string Voice, IReadOnlyList<string> Voices, string Engine, bool Ai, Adapters.Media.Reader? Reader);

/// <summary>What is to be seen, told for those who cannot see it; its sound is null where no voice speaks the language.</summary>
public sealed record StopDescription(string Lang, IReadOnlyList<StopSentence> Sentences, string? AudioUrl);

/// <summary>Where the stop is and how well that is known.</summary>
public sealed record StopLocation(double Lat, double Lon, string Precision);

/// <summary>A stop to go on to.</summary>
public sealed record StopLink(string Slug, string Code, string Title, int? Metres, int? Bearing);

/// <summary>A source as shown: weak ones carry no address.</summary>
public sealed record SourceAnswer(string Id, string Title, string? Publisher, int? Year, string? Url)
{
    public static SourceAnswer From(Core.Dossiers.Source source) =>
        new(source.Id, source.Title, source.Publisher, source.Year, source.Weak ? null : source.Url);
}
