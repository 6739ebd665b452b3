using System.Globalization;

namespace HeritageGuide.Core.Languages;

/// <summary>Days as files, logs and the API write them: yyyy-MM-dd, whatever the machine's language.</summary>
public static class IsoDay
{
    private const string Form = "yyyy-MM-dd";

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, by the moment's own offset.</summary>
    public static string Text(DateTimeOffset moment) => moment.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day; null where the text is no day in this form.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
