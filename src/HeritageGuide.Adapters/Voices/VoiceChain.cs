using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Voices;

/// <summary>Which engines speak a language, the first choice first: when one fails, the next speaks.</summary>
public sealed class VoiceChain
{
    /// <summary>Names of engines in settings, in the order that holds where none is set.</summary>
    public static readonly IReadOnlyList<string> Names = ["azure", "openai", "espeak"];

    private readonly IReadOnlyList<(string Name, IVoice Voice)> _engines;
    private readonly LanguageList _order;

    /// <param name="engines">The engines that are configured, by their names in settings.</param>
    /// <param name="order">The order a language (<c>HERITAGE_VOICES</c>); a language without one goes by that of <paramref name="engines"/>.</param>
    /// <param name="faults">What was wrong in the engines' own settings.</param>
    public VoiceChain(IReadOnlyList<(string Name, IVoice Voice)> engines, LanguageList order, IEnumerable<string> faults)
    {
        (_engines, _order) = (engines, order);
        var named = order.Entries.SelectMany(e => e.Value).Distinct().ToList();
        Faults =
        [
            .. faults, .. order.Faults,
            .. named.Except(Names).Select(n => $"HERITAGE_VOICES names '{n}', which is none of {string.Join(", ", Names)}."),
            .. named.Intersect(Names).Except(engines.Select(e => e.Name)).Select(n => $"HERITAGE_VOICES names '{n}', but its settings are missing; the next voice speaks."),
        ];
    }

    /// <summary>One order for every language: that of the list.</summary>
    public static VoiceChain Of(IEnumerable<IVoice> voices) => new([.. voices.Select(v => (v.Engine, v))], LanguageList.Empty, []);

    /// <summary>What is wrong in the settings, each with its cure.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Engines that speak a language, the first choice first; none where it is text only.</summary>
    public IReadOnlyList<IVoice> For(LanguageTag language)
    {
        var engines = _order.For(language) is { } names
            ? names.SelectMany(n => _engines.Where(e => e.Name == n)).Select(e => e.Voice)
            : _engines.Select(e => e.Voice);
        return [.. engines.Distinct().Where(v => v.VoicesFor(language).Count > 0)];
    }
}
