namespace IntegrationHub.Cli.Reconciliations;

/// <summary>A reconciliation, as the hub's API shows it.</summary>
internal sealed record Reconciliation(
    string Id, string Institution, string Source, DateTimeOffset Since, DateTimeOffset Until, string State, DateTimeOffset? Ended,
    int Found, int New, int AlreadyThere, IReadOnlyList<ReconciledCourse> Courses)
{
    public bool IsRunning => State == "running";

    public bool IsComplete => State == "complete";
}

/// <summary>A course of a reconciliation.</summary>
internal sealed record ReconciledCourse(string Id, IReadOnlyList<string> Names, int Found, int New, int AlreadyThere, DateTimeOffset? Ended, string? Error);
