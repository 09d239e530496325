namespace IntegrationHub.Api;

/// <summary>A person's decision about an award.</summary>
/// <param name="Reason">
/// Why, at most 300 characters, shown to everybody who looks at the credential; not needed to approve, uphold and resume.
/// </param>
public sealed record ActRequest(string? Reason);

/// <summary>Moves an award's evidence.</summary>
/// <param name="Reason">Why, at most 300 characters, shown to everybody who looks at the credential.</param>
/// <param name="Student">Student number of the learner it belongs to.</param>
public sealed record MoveRequest(string? Reason, string? Student);

/// <summary>An act that was accepted and is carried out.</summary>
/// <param name="Award">The award or attention item it is about.</param>
public sealed record ActResponse(string Award);

/// <summary>What a replay starts.</summary>
/// <param name="Replayed">The steps that are tried again.</param>
public sealed record ReplayResponse(IReadOnlyList<string> Replayed);
