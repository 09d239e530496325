namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>A rule of the standard is broken.</summary>
/// <param name="sentence">Which rule, without a word of the batch.</param>
internal sealed class StatementException(string sentence) : UnreadableException(sentence)
{
    /// <summary>A statement breaks a rule. The sentence names the rule and not the statement: the same cause must read the same.</summary>
    /// <param name="what">What it has or does, e.g. <c>has no actor</c>.</param>
    public static StatementException Of(string what) => new($"A statement {what}.");
}
