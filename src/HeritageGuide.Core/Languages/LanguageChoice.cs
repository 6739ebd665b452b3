namespace HeritageGuide.Core.Languages;

/// <summary>Which language a visitor gets: what they ask for now, then what they chose before, then their device's, then what there is.</summary>
public static class LanguageChoice
{
    /// <param name="asked">The <c>lang</c> of the address, if any.</param>
    /// <param name="remembered">The language remembered on the device, if any.</param>
    /// <param name="acceptLanguage">The <c>Accept-Language</c> header, if any.</param>
    /// <param name="available">What is there to show, the preferred first; empty where every language will do.</param>
    public static LanguageTag Choose(string? asked, string? remembered, string? acceptLanguage, IReadOnlyList<LanguageTag> available)
    {
        if (LanguageTag.TryParse(asked, out var tag) || LanguageTag.TryParse(remembered, out tag))
        {
            return tag;
        }

        foreach (var candidate in Preferences(acceptLanguage))
        {
            if (available.Count == 0 || available.Contains(candidate))
            {
                return candidate;
            }
        }

        return available.Count > 0 ? available[0] : LanguageTag.Vietnamese;
    }

    private static IEnumerable<LanguageTag> Preferences(string? acceptLanguage)
    {
        if (string.IsNullOrWhiteSpace(acceptLanguage))
        {
            return [];
        }

        var preferences = new List<(LanguageTag Tag, double Weight)>();
        foreach (var part in acceptLanguage.Split(',', 20))
        {
            var pieces = part.Split(';');
            if (!LanguageTag.TryParse(pieces[0].Trim(), out var tag))
            {
                continue;
            }

            var weight = 1.0;
            foreach (var piece in pieces.Skip(1))
            {
                if (piece.Trim().StartsWith("q=", StringComparison.Ordinal)
                    && !double.TryParse(piece.Trim()[2..], System.Globalization.CultureInfo.InvariantCulture, out weight))
                {
                    weight = 0;
                }
            }

            if (weight > 0)
            {
                preferences.Add((tag, weight));
            }
        }

        return preferences.OrderByDescending(p => p.Weight).Select(p => p.Tag);
    }
}
