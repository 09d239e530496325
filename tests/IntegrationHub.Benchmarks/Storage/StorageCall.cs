using System.Text;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Benchmarks.Storage;

/// <summary>A request of a hub to the storage. An entity group transaction is one.</summary>
/// <param name="Service"><c>blob</c>, <c>queue</c> or <c>table</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path after the account, escaped.</param>
/// <param name="Query">Query with its question mark, escaped.</param>
/// <param name="Body">The request's body.</param>
/// <param name="Stage">The stage that sent it, by its trace state; null outside the stages.</param>
/// <param name="FoundNothing">Whether it looked for messages where there were none.</param>
/// <param name="Rows">Rows of a table that the answer brought.</param>
internal sealed record StorageCall(
    string Service,
    string Method,
    string Path,
    string Query,
    byte[] Body,
    string? Stage,
    bool FoundNothing,
    int Rows = 0)
{
    public const string Idle = "idle";
    public const string Timers = "timers";
    public const string Webhook = "webhook";

    public string Resource => Path.Split('/', '(')[0];

    public string Text => Encoding.UTF8.GetString(Body);

    public bool IsReceive => Service == "queue" && Method == "GET" && Path.EndsWith("/messages", StringComparison.Ordinal) && !IsLook;

    /// <summary>Whether it only looks at a queue, as the metrics do once a minute.</summary>
    public bool IsLook =>
        Service == "queue"
        && Method == "GET"
        && (Query.Contains("comp=metadata", StringComparison.Ordinal) || Query.Contains("peekonly=true", StringComparison.Ordinal));


    /// <summary>Whether a message is done with it.</summary>
    public bool EndsAMessage => Service == "queue" && Method == "DELETE" && Path.Contains("/messages/", StringComparison.Ordinal);

    /// <summary>What it is to the bill: blobs are read at one price and written at another, deleting is free.</summary>
    public string Kind => (Service, Method) switch
    {
        ("blob", "PUT" or "POST") => "blobWrite",
        ("blob", "DELETE") => "blobDelete",
        ("blob", _) => "blobRead",
        _ => Service,
    };

    /// <summary>On whose account it goes: what the host itself asks of a queue goes to the stage behind that queue.</summary>
    public string Account =>
        Stage ?? (Service switch
        {
            "queue" when IsLook => Timers,
            "queue" when Method == "POST" => Webhook,
            "queue" when FoundNothing || !QueueNames.All.Contains(Resource) => Idle,
            "queue" => Resource,
            _ => Timers,
        });
}
