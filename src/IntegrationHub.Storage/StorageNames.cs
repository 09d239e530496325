using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

/// <summary>Every queue, table and container that the hub uses.</summary>
public static class StorageNames
{
    internal const string Dossiers = "dossiers";
    internal const string Open = "open";
    internal const string Recent = "recent";
    internal const string Records = "records";
    internal const string Learners = "learners";
    internal const string Identities = "identities";
    internal const string Attention = "attention";
    internal const string Waiting = "waiting";
    internal const string Connections = "connections";
    internal const string Payloads = "payloads";
    internal const string Credentials = "credentials";
    internal const string Holdings = "holdings";
    internal const string StatusLists = "statuslists";
    internal const string StatusSerials = "statusserials";
    internal const string Endorsements = "endorsements";
    internal const string Erasures = "erasures";
    internal const string Events = "events";
    internal const string Calendar = "calendar";
    internal const string Sources = "sources";
    internal const string Reconciliations = "reconciliations";
    internal const string Claims = "claims";
    internal const string Catalogue = "catalogue";
    internal const string LastGood = "lastgood";
    internal const string DataProtection = "dataprotection";

    /// <summary>Tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        Dossiers,
        Open,
        Recent,
        Learners,
        Identities,
        Attention,
        Waiting,
        Connections,
        Holdings,
        StatusSerials,
        Erasures,
        Calendar,
        Records,
        Events,
        Sources,
        Reconciliations,
        Claims,
    ];

    /// <summary>Blob containers.</summary>
    public static IReadOnlyList<string> Containers { get; } =
        [Payloads, Credentials, StatusLists, Endorsements, Catalogue, LastGood, DataProtection];

    /// <summary>The containers that a backup holds: keys of cookies and forms are made anew.</summary>
    internal static IReadOnlyList<string> BackedUpContainers { get; } = [.. Containers.Where(name => name != DataProtection)];

    /// <summary>Queues, with the poison queue of each.</summary>
    public static IEnumerable<string> Queues => QueueNames.All.SelectMany(name => new[] { name, name + QueueNames.PoisonSuffix });
}
