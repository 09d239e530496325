namespace IntegrationHub.Connectors.Lms;

/// <summary>A delivery says something that cannot be read; <see cref="Guarded"/> makes a fault of it.</summary>
/// <param name="sentence">Why, without a word of the delivery.</param>
internal class UnreadableException(string sentence) : Exception(sentence);
