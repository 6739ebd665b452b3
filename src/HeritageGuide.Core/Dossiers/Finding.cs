namespace HeritageGuide.Core.Dossiers;

/// <summary>How much a finding matters: an error keeps the dossier out, a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>Something wrong in the corpus: where, what, and how to mend it.</summary>
public sealed record Finding(Severity Severity, string File, int Line, string Problem, string Cure)
{
    public override string ToString() => $"{File}:{Line}: {(Severity == Severity.Error ? "error" : "warning")}: {Problem} {Cure}";
}
