using System.Collections.Concurrent;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Web.Shared;

/// <summary>The language of titles and quotes that the record does not name, for <c>lang</c> attributes; read once, since they come from the corpus.</summary>
public sealed class Tongues(LanguageDetector detector)
{
    private readonly ConcurrentDictionary<string, string?> _known = new();

    /// <summary>The BCP 47 tag; null where the page's language serves as well (names alone, numbers, too short to tell).</summary>
    public string? Of(string text, LanguageTag page) =>
        _known.GetOrAdd(text, t => detector.Detect(t).Language?.Bcp47) is { } tag && tag != page.Bcp47 ? tag : null;

    /// <summary>As <see cref="Of"/>, for what a visitor wrote: nothing of it is kept.</summary>
    public string? OfStranger(string text, LanguageTag page) => detector.Detect(text).Language?.Bcp47 is { } tag && tag != page.Bcp47 ? tag : null;
}
