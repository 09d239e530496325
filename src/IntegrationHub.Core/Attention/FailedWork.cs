using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Attention;

/// <summary>
/// What a message that failed was to do, for people: never the message itself, which may hold what a person wrote about another.
/// </summary>
/// <param name="Words">What kind of work it was.</param>
/// <param name="Award">The award it is about, if one.</param>
/// <param name="Learner">The learner it is about, by opaque id, if one.</param>
public sealed record FailedWork(BilingualText Words, AwardId? Award = null, string? Learner = null);
