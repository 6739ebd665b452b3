namespace HeritageGuide.Core.Guide;

/// <summary>Whether a plaque hangs and leads to its stop, or was taken down.</summary>
public enum PlaqueState
{
    Active,
    Retired,
}

/// <summary>What happened to a plaque.</summary>
public enum PlaqueChange
{
    /// <summary>It was hung, or hung anew elsewhere.</summary>
    Install,

    /// <summary>Somebody stood before it and found it well.</summary>
    Check,

    /// <summary>It leads to another stop from now on; the sign stays as it is.</summary>
    Point,

    /// <summary>It was taken down for good; its code says where the story went.</summary>
    Retire,

    /// <summary>The retirement was a mistake.</summary>
    Restore,
}

/// <summary>One line of the register: what happened to a plaque, and when. Lines are only ever added.</summary>
/// <param name="Code">The plaque's code, normalized.</param>
/// <param name="Date">The day on which it happened.</param>
/// <param name="Change">What happened.</param>
/// <param name="Stop">Slug of the stop that it leads to from now on; null where that does not change, or, when retired, where the story went nowhere.</param>
/// <param name="Place">Where the plaque hangs, in a person's words.</param>
/// <param name="Photo">Address or path of a picture of the hung plaque.</param>
/// <param name="Note">Why, or what was seen.</param>
public sealed record PlaqueEntry(string Code, DateOnly Date, PlaqueChange Change, string? Stop, string? Place, string? Photo, string? Note);

/// <summary>The physical sign that carries a stop's code.</summary>
public sealed record Plaque
{
    /// <summary>The permanent code; never given to another plaque, even after this one is retired.</summary>
    public required string Code { get; init; }

    /// <summary>Slug of the stop that it leads to (or led to, when retired).</summary>
    public required string Stop { get; init; }

    public PlaqueState State { get; init; }
    public string? Place { get; init; }
    public string? Photo { get; init; }

    /// <summary>When it was hung; null while that is not recorded.</summary>
    public DateOnly? Installed { get; init; }

    /// <summary>When somebody last stood before it.</summary>
    public DateOnly? Checked { get; init; }

    public DateOnly? Retired { get; init; }

    /// <summary>When retired: slug of the stop where its story went; null where it went nowhere.</summary>
    public string? To { get; init; }

    /// <summary>When retired: why.</summary>
    public string? Why { get; init; }

    /// <summary>Everything recorded of it, oldest first.</summary>
    public IReadOnlyList<PlaqueEntry> History { get; init; } = [];

    /// <summary>The plaque after one more entry.</summary>
    public Plaque After(PlaqueEntry entry)
    {
        var after = this with { History = [.. History, entry] };
        return entry.Change switch
        {
            PlaqueChange.Install => after with { Installed = entry.Date, Place = entry.Place ?? Place, Photo = entry.Photo ?? Photo, Stop = entry.Stop ?? Stop },
            PlaqueChange.Check => after with { Checked = entry.Date, Photo = entry.Photo ?? Photo },
            PlaqueChange.Point => after with { Stop = entry.Stop ?? Stop },
            PlaqueChange.Retire => after with { State = PlaqueState.Retired, Retired = entry.Date, To = entry.Stop, Why = entry.Note },
            _ => after with { State = PlaqueState.Active, Retired = null, To = null, Why = null },
        };
    }
}
