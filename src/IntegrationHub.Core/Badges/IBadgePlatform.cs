using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Badges;

/// <summary>A platform that issues badges.</summary>
public interface IBadgePlatform
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>Whether it is the hub itself, whose credentials stay its own affair after an institution has moved to a platform.</summary>
    bool IsTheHub => false;

    /// <summary>Issues a badge; a badge that this learner already holds is success.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The platform did not answer, or refused.</exception>
    Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation);

    /// <summary>The badge that an order led to before; null where there is none, or it is revoked.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The platform did not answer, or refused.</exception>
    Task<IssuedBadge?> Find(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation);

    /// <summary>Changes what is said of a badge; what is so already is success.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The platform did not answer, or cannot do it: "refused" says what a
    /// person can do.</exception>
    Task Change(Institution institution, Connection connection, BadgeChange change, CancellationToken cancellation);
}

/// <summary>What the platform is asked to issue.</summary>
/// <param name="Award">The award it follows from.</param>
/// <param name="MicroCredential">The catalogue entry.</param>
/// <param name="Learner">Who earned it.</param>
/// <param name="MayExist">Whether an earlier attempt may have issued it: then the platform is asked first.</param>
public sealed record BadgeOrder(Award Award, MicroCredential MicroCredential, Learner Learner, bool MayExist)
{
    /// <summary>The platform's own id of the badge; null where the catalogue states none.</summary>
    public string? BadgeClass => MicroCredential.Badge?.Class;

    /// <summary>The learner's e-mail address.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">Refused: the SIS holds none.</exception>
    public string Email => Learner.Address();

    /// <summary>A sentence on how it was earned, in the learner's language, without personal data.</summary>
    public string Narrative => Explanation.Narrative(Learner.Language, Award.Decision);

    /// <inheritdoc/>
    public override string ToString() => Award.Id.ToString();
}

/// <summary>A badge that exists.</summary>
/// <param name="Reference">The platform's id of it.</param>
/// <param name="Link">Its public page.</param>
public sealed record IssuedBadge(string Reference, Uri Link);
