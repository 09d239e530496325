using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Notices;

/// <summary>The mailbox from which learners are written to.</summary>
public interface IMailbox
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>Sends a message to a learner.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The mail system did not take it.</exception>
    Task Send(Institution institution, Connection connection, LearnerMessage message, CancellationToken cancellation);
}

/// <summary>A message to a learner, in the learner's language.</summary>
/// <param name="Id">Notice id: the same for a repeat of the same message; sent as a header.</param>
/// <param name="To">The learner's address.</param>
/// <param name="ToName">The learner's name.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Paragraphs">Plain text, a paragraph each.</param>
/// <param name="Link">Where to look; null where there is nothing to open.</param>
/// <param name="LinkLabel">The words on the link.</param>
public sealed record LearnerMessage(
    string Id,
    string To,
    string ToName,
    string Language,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    Uri? Link,
    string LinkLabel)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
