namespace IntegrationHub.Api;

/// <summary>A source's identifier of a learner.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Kind">lmsId, login, email, studentNumber or other.</param>
/// <param name="Value">The identifier.</param>
/// <param name="StudentNumber">The student number to link it to; null where it is only looked for.</param>
public sealed record IdentityRequest(string? Institution, string? Source, string? Kind, string? Value, string? StudentNumber);

/// <summary>A linked identifier.</summary>
/// <param name="Learner">The learner's opaque id.</param>
public sealed record IdentityResponse(string? Learner);

/// <summary>Whom an identifier belongs to.</summary>
/// <param name="Learner">The learner's opaque id.</param>
/// <param name="StudentNumber">The student number.</param>
public sealed record FoundIdentityResponse(string Learner, string StudentNumber);

/// <summary>What was removed.</summary>
/// <param name="Forgotten">Number of identifiers.</param>
public sealed record ForgottenIdentitiesResponse(int Forgotten);

/// <summary>Some lines of a table of identifiers.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Last">Whether no more follow.</param>
public sealed record IdentityTableRequest(string? Institution, string? Source, IReadOnlyList<IdentityTableLine>? Lines, bool Last);

/// <summary>A line of a table of identifiers.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="StudentNumber">The student number.</param>
/// <param name="LmsId">The LMS's own id.</param>
/// <param name="Login">The login.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record IdentityTableLine(int Line, string? StudentNumber, string? LmsId, string? Login, string? Email);

/// <summary>What came of loading lines.</summary>
/// <param name="Unknown">The numbers of the lines whose student the SIS does not know.</param>
public sealed record IdentityTableResponse(IReadOnlyList<int> Unknown);
