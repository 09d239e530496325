using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Badges;

/// <summary>What the platform is asked to say of a badge from now on; needs nothing of the learner, who may be erased.</summary>
/// <param name="Award">The award that the badge stands for.</param>
/// <param name="Reference">The platform's id of the badge.</param>
/// <param name="To">What is to be said of it.</param>
/// <param name="Reason">Why; shown to everybody who looks. Null where nobody gave one.</param>
/// <param name="At">Since when: of two changes the later counts.</param>
public sealed record BadgeChange(AwardId Award, string Reference, CredentialStatus To, string? Reason, DateTimeOffset At);
