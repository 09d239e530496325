namespace IntegrationHub.Core.Institutions;

/// <summary>What an outside system is to the institution.</summary>
public enum ConnectionRole
{
    /// <summary>The student information system that keeps the transcript.</summary>
    Sis,

    /// <summary>The platform that issues the badge.</summary>
    Badges,

    /// <summary>The Teams channel where the departments meet.</summary>
    Channel,

    /// <summary>The mailbox from which learners are written to.</summary>
    Mail,
}

/// <summary>An outside system that the hub writes to for one institution.</summary>
public sealed record Connection
{
    /// <summary>What it is to the institution.</summary>
    public required ConnectionRole Role { get; init; }

    /// <summary>Which product: a key of <see cref="SystemKinds.Connections"/>, e.g. <c>ethos</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether there is no outside system behind it: the hub issues the badges itself.</summary>
    public bool IsTheHub => Kind == SystemKinds.Hub;

    /// <summary>Base address; null where the whole address is a secret (a Workflows webhook carries its signature) or the hub itself is meant.</summary>
    public Uri? Address { get; init; }

    /// <summary>Requests per second that the other side allows; the senders of all instances share it.</summary>
    public double Rate { get; init; } = 10;

    /// <summary>How long to wait before asking whether a submitted entry is recorded; doubles up to a day.</summary>
    public TimeSpan ConfirmEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What the product needs and is not secret.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Names of the settings that hold its secrets, by purpose.</summary>
    public required IReadOnlyDictionary<string, string> Secrets { get; init; }
}
