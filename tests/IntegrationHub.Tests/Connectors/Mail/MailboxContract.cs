using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Mail;

/// <summary>What every mailbox's connector promises, against a double or a real system.</summary>
public abstract class MailboxContract
{
    internal abstract IMailbox Mailbox { get; }

    internal abstract Institution Institution { get; }

    internal abstract Connection Connection { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_with_a_link_is_taken() => await Mailbox.Send(Institution, Connection, Message(), Cancellation);

    [Fact]
    public async Task A_message_without_a_link_is_taken() =>
        await Mailbox.Send(Institution, Connection, Message() with { Link = null, LinkLabel = "" }, Cancellation);

    internal static LearnerMessage Message(string id = "mail-1") => new(
        id, "amelie.gagnon@example.ca", "Amélie Gagnon", "fr", "Votre microcertification",
        ["Bonjour Amélie,", "Vous avez réussi <Analyse de l’eau> & plus."],
        new Uri("https://badges.example.ca/public/assertions/1?x=1&y=2"), "Voir ma microcertification");
}
