namespace HeritageGuide.Adapters.Models;

/// <summary>A model cannot be had or used; the message is one line and says what to do.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
