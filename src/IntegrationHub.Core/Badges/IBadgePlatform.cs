using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.Badges;

/// <summary>A platform that issues badges.</summary>
public interface IBadgePlatform
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>Issues a badge; a badge that this learner already holds is success.</summary>
    /// <exception cref="Outside.OutsideException">The platform did not answer, or refused.</exception>
    Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation);
}

/// <summary>What the platform is asked to issue.</summary>
/// <param name="AwardId">The award it follows from.</param>
/// <param name="BadgeClass">The platform's id of the badge; null where the hub itself issues.</param>
/// <param name="Email">The learner's e-mail address.</param>
/// <param name="Awarded">When it was earned.</param>
/// <param name="Narrative">A sentence on how it was earned, without personal data.</param>
/// <param name="MayExist">Whether an earlier attempt may have issued it: then the platform is asked first.</param>
public sealed record BadgeOrder(string AwardId, string? BadgeClass, string Email, DateTimeOffset Awarded, string Narrative, bool MayExist)
{
    /// <inheritdoc/>
    public override string ToString() => AwardId;
}

/// <summary>A badge that exists.</summary>
/// <param name="Reference">The platform's id of it.</param>
/// <param name="Link">Its public page.</param>
public sealed record IssuedBadge(string Reference, Uri Link);
