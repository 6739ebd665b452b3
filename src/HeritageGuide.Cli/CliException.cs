namespace HeritageGuide.Cli;

/// <summary>Something that the person at the keyboard can mend; the message says how.</summary>
internal sealed class CliException(string message) : Exception(message);
