namespace IntegrationHub.Core.Reconciliation;

/// <summary>Where reconciliations are kept, with their courses.</summary>
public interface IReconciliations
{
    /// <summary>A reconciliation; null where there is none.</summary>
    Task<Reconciliation?> Find(string institution, string source, string id, CancellationToken cancellation);

    /// <summary>A source's reconciliations that began since a moment, the newest first.</summary>
    Task<IReadOnlyList<Reconciliation>> Since(string institution, string source, DateTimeOffset moment, CancellationToken cancellation);

    /// <summary>Writes a reconciliation if it was not changed since it was read.</summary>
    /// <returns>False where it was changed: nothing was written.</returns>
    Task<bool> Save(Reconciliation reconciliation, CancellationToken cancellation);

    /// <summary>Deletes a source's reconciliations that began before a moment, with their courses.</summary>
    /// <returns>How many.</returns>
    Task<int> Forget(string institution, string source, DateTimeOffset moment, CancellationToken cancellation);

    /// <summary>The courses of a reconciliation.</summary>
    Task<IReadOnlyList<CourseComparison>> Courses(Reconciliation reconciliation, CancellationToken cancellation);

    /// <summary>One of its courses, by the LMS's id; null where it has no such course.</summary>
    Task<CourseComparison?> Course(Reconciliation reconciliation, string course, CancellationToken cancellation);

    /// <summary>Writes a course if it was not changed since it was read.</summary>
    /// <returns>False where it was changed: nothing was written.</returns>
    Task<bool> Save(Reconciliation reconciliation, CourseComparison course, CancellationToken cancellation);
}
