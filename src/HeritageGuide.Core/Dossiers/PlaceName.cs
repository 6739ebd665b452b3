namespace HeritageGuide.Core.Dossiers;

/// <summary>A name that a province, district or commune carried for a time, and what it became.</summary>
/// <param name="Name">The name without its kind, such as <c>Thạnh Xuân</c>.</param>
/// <param name="Kind">The kind in Vietnamese, such as <c>xã</c>, <c>huyện</c>, <c>tỉnh</c>.</param>
/// <param name="Level">province, district or commune.</param>
/// <param name="Within">The unit above at that time; null where it does not matter.</param>
/// <param name="Since">ISO date from which the name held; null where unknown.</param>
/// <param name="Until">ISO date until which it held; null where it holds today.</param>
/// <param name="Became">The names that followed.</param>
/// <param name="Note">What is uncertain.</param>
public sealed record PlaceName(
    string Name, string Kind, string Level, string? Within, string? Since, string? Until, IReadOnlyList<string> Became, string? Note);

/// <summary>A name or term locked in all languages.</summary>
/// <param name="Id">ASCII id.</param>
/// <param name="Forms">The locked form in each language, by language code.</param>
/// <param name="Aliases">Other spellings that people use.</param>
public sealed record GlossaryTerm(string Id, IReadOnlyDictionary<string, string> Forms, IReadOnlyList<string> Aliases);
