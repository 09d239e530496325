namespace IntegrationHub.Core.Model.Institutions;

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

    /// <summary>The directory that knows people's accounts.</summary>
    Directory,

    /// <summary>The API of a source's LMS: one for each <see cref="Source"/> that states one.</summary>
    Lms,
}

/// <summary>An outside system that the hub calls for one institution.</summary>
public sealed record Connection
{
    /// <summary>What it is to the institution.</summary>
    public required ConnectionRole Role { get; init; }

    /// <summary>
    /// Which product: the name of a <c>ConnectionKind</c>, e.g. <c>ethos</c>; for <see cref="ConnectionRole.Lms"/> the
    /// source's kind.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Name of the source whose LMS it is, for <see cref="ConnectionRole.Lms"/>; null for every other role.</summary>
    public string? Source { get; init; }

    /// <summary>Its name within the institution: under it its rate, its tokens and its outages are kept.</summary>
    public string Name => Source is null ? Role.ToString() : $"{Role}~{Source}";

    /// <summary>Whether there is no outside system behind it, as its kind says: nothing is paced, counted or found to be down.</summary>
    public bool IsTheHub { get; init; }

    /// <summary>
    /// Base address; null where the whole address is a secret (a Workflows webhook carries its signature) or the hub itself is meant.
    /// </summary>
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
