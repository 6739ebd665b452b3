using System.Globalization;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>Address, model and key of a server that speaks OpenAI's API, as settings name them: <c>…_URL</c>, <c>…_MODEL</c>, <c>…_KEY</c>.</summary>
/// <param name="Url">Ends in <c>/v1</c>.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Key">The key; local servers take any.</param>
internal sealed record ServerSettings(Uri Url, string Model, string Key)
{
    /// <summary>What stands in for a key where none is set.</summary>
    public const string NoKey = "none";

    /// <summary>The settings that begin with a prefix; null where address or model is missing.</summary>
    public static ServerSettings? From(Func<string, string?> setting, string prefix) =>
        Uri.TryCreate(setting(prefix + "_URL"), UriKind.Absolute, out var url) && setting(prefix + "_MODEL") is { Length: > 0 } model
            ? new ServerSettings(url, model, setting(prefix + "_KEY") is { Length: > 0 } key ? key.Trim() : NoKey)
            : null;

    /// <summary>A number above zero; null where the setting holds none.</summary>
    public static int? Number(Func<string, string?> setting, string name) => int.TryParse(setting(name), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;
}
