namespace HeritageGuide.Core.Retrieval;

/// <summary>Passages cannot be embedded now; the message is one line. Questions are never refused so: they get a vector of zeros and words alone answer.</summary>
public sealed class EmbedderException(string message, Exception? inner = null) : Exception(message, inner);
