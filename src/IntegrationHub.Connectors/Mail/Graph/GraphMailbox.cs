using IntegrationHub.Connectors.Graph;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using Microsoft.Graph.Users.Item.SendMail;

namespace IntegrationHub.Connectors.Mail.Graph;

/// <summary>
/// An Exchange mailbox through Microsoft Graph. 202 means accepted; a repeat is not recognised there, but carries the same notice header.
/// </summary>
internal sealed class GraphMailbox(GraphClients clients, EntraTokens entra, ITokens tokens, TimeProvider time) : IMailbox
{
    /// <inheritdoc/>
    public string Kind => "graph";

    /// <inheritdoc/>
    public async Task Send(Institution institution, Connection connection, LearnerMessage message, CancellationToken cancellation)
    {
        var sender = EntraTokens.Setting(connection, "sender");
        await tokens.With(
            institution,
            connection,
            (_, c) => entra.Renew(institution, connection, c),
            async token =>
            {
                // Made anew for each try: the SDK's models write only what changed since they were last written.
                var mail = new SendMailPostRequestBody { Message = LearnerMail.Of(message), SaveToSentItems = true };
                try
                {
                    await clients
                        .For(connection, token)
                        .Users[sender]
                        .SendMail.PostAsync(mail, r => r.Options.Add(GraphClients.Retry), cancellation);
                    return true;
                }
                catch (Exception e) when (!cancellation.IsCancellationRequested)
                {
                    throw GraphFaults.Of(GraphClients.SendMail, e, time.GetUtcNow());
                }
            },
            cancellation);
    }
}
