using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Graph;

internal sealed record MailHeader(string Name, string Value);

internal sealed record Mail(
    string Id,
    DateTimeOffset ReceivedAt,
    string From,
    IReadOnlyList<string> To,
    string Subject,
    string ContentType,
    string Content,
    IReadOnlyList<MailHeader> Headers)
{
    private const int MaxHeaders = 5;

    public static (Mail?, IResult? Fault) Read(JsonObject? body, string from, DateTimeOffset now)
    {
        if (body?["message"] is not JsonObject message)
            return (null, GraphErrors.BadRequest("RequestBodyRead", "The parameter 'message' is missing."));
        var to = (message["toRecipients"] as JsonArray ?? []).Select(item => item?["emailAddress"]?["address"].Text()).ToList();
        if (to.Count == 0 || to.Exists(address => address?.Contains('@') != true))
            return (null, GraphErrors.BadRequest("ErrorInvalidRecipients", "At least one recipient isn't valid."));
        if (message["body"]?["content"].Text() is not { } content)
            return (null, GraphErrors.BadRequest("ErrorInvalidRequest", "The message has no body."));
        var headers = (message["internetMessageHeaders"] as JsonArray ?? [])
            .Select(item => new MailHeader(item?["name"].Text() ?? "", item?["value"].Text() ?? ""))
            .ToList();
        if (headers.Count > MaxHeaders)
            return (
                null,
                GraphErrors.BadRequest("ErrorInvalidInternetHeader", $"At most {MaxHeaders} internet message headers are allowed."));
        if (headers.Find(header => !header.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) is { } wrong)
            return (
                null,
                GraphErrors.BadRequest(
                    "InvalidInternetMessageHeader",
                    $"The internet message header name '{wrong.Name}' should start with 'x-' or 'X-'."));
        return (
            new(
                Guid.NewGuid().ToString(),
                now,
                from,
                to!,
                message["subject"].Text() ?? "",
                message["body"]?["contentType"].Text() ?? "text",
                content,
                headers),
            null);
    }
}

internal sealed class Mailbox
{
    private readonly List<Mail> _mails = [];

    public void Add(Mail mail)
    {
        lock (_mails)
            _mails.Add(mail);
    }

    public IReadOnlyList<Mail> All()
    {
        lock (_mails)
            return [.. _mails];
    }
}
