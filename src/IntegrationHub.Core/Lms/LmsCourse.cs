namespace IntegrationHub.Core.Lms;

/// <summary>A course as an LMS knows it.</summary>
/// <param name="Id">The LMS's own id, by which it is asked for.</param>
/// <param name="Names">Every id by which an offering may name it: <paramref name="Id"/> first, then SIS id and code.</param>
public sealed record LmsCourse(string Id, IReadOnlyList<string> Names);
