using System.Net.Http.Headers;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;

namespace IntegrationHub.Connectors.Teams.Workflows;

/// <summary>
/// A Teams channel behind a Workflows (Power Automate) webhook. Its whole address is a secret, for it carries its signature.
/// </summary>
internal sealed class WorkflowsChannel(OutsideClients clients, ISecrets secrets) : IChannel
{
    /// <summary>How the channel is spoken of: never by its address.</summary>
    public static OutsideSystem System { get; } = new("The Teams channel", _ => "the post", WorkflowsAnswer.Detail);

    /// <inheritdoc/>
    public string Kind => "workflows";

    /// <inheritdoc/>
    public async Task Post(Institution institution, Connection connection, ChannelNotice notice, CancellationToken cancellation)
    {
        // What is wrong with the address is not said: the exception of Uri would quote it.
        if (!Uri.TryCreate(secrets.Get(institution, connection, "url"), UriKind.Absolute, out var address))
            throw new OutsideException(
                OutsideFault.Refused,
                "The secret 'url' of the workflows connection is not an absolute address; copy it again from the workflow.");


        using var content = new ByteArrayContent(NoticeCard.Message(notice));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var response = await clients.Plain(System).PostAsync(address, content, cancellation);
        if (WorkflowsAnswer.Fault(await response.Content.ReadAsStringAsync(cancellation)) is { } fault)
            throw fault;
    }
}
