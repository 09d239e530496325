namespace IntegrationHub.Core.Reconciliation;

/// <summary>What a message about a reconciliation refers to.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Id">The reconciliation.</param>
/// <param name="Course">The LMS's id of the course; null for the whole.</param>
internal sealed record ReconciliationRef(string Source, string Id, string? Course = null)
{
    /// <summary>The reference; ids of courses may hold any character.</summary>
    public override string ToString() => Course is null ? $"{Source}/{Id}" : $"{Source}/{Id}/{Uri.EscapeDataString(Course)}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ReconciliationRef Parse(string? reference) => reference?.Split('/') switch
    {
        [var source, var id] => new(source, id),
        [var source, var id, var course] => new(source, id, Uri.UnescapeDataString(course)),
        _ => throw new FormatException($"A message about a reconciliation refers to '{reference}', not to source/reconciliation/course."),
    };
}
