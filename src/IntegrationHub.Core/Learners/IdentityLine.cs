using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Learners;

/// <summary>A line of a table of identities.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="StudentNumber">The student number.</param>
/// <param name="References">The source's names of the student; at least one.</param>
public sealed record IdentityLine(int Line, string StudentNumber, IReadOnlyList<LearnerReference> References);
