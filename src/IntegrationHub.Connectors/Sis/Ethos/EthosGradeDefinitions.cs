using IntegrationHub.Core.Failures;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>
/// What a grade that was found is called and means, by <c>grade-definitions</c>; asked only where the hub did not write it.
/// </summary>
internal static class EthosGradeDefinitions
{
    /// <summary>
    /// Whether a grade takes the awarded one back: it gives no credit (failing or withdrawn), where the awarded one does, and does not wait
    /// for another. What the SIS does not define does not.
    /// </summary>
    public static async Task<bool> TakesBack(
        EthosConnection ethos,
        EthosGivenGrade found,
        string awarded,
        CancellationToken cancellation) =>
        !found.IsIncomplete
        && (await Find(ethos, found.Id, cancellation))?.Credit == "none"
        && (await Find(ethos, awarded, cancellation))?.Credit == "full";

    /// <summary>A grade as a registrar knows it, with its id, e.g. <c>'A+' (3f0c…)</c>.</summary>
    public static async Task<string> Name(EthosConnection ethos, EthosGivenGrade grade, CancellationToken cancellation) =>
        (await Find(ethos, grade.Id, cancellation))?.Grade?.Value.ToString() is { Length: > 0 } value
            ? $"'{value}' ({grade.Id})"
            : grade.Id ?? "without an id";

    // An institution may not let the hub read definitions: that is no reason to stop, and a person is asked.
    private static async Task<EthosGradeDefinition?> Find(EthosConnection ethos, string? id, CancellationToken cancellation)
    {
        if (id is null)
            return null;
        try
        {
            var found = await ethos.Ask((api, token) => api.GradeDefinition(token, id, cancellation), cancellation);
            return EthosTranscript.Same(found.Id, id) ? found : null;
        }
        catch (OutsideException e) when (e.Fault is OutsideFault.Refused or OutsideFault.Unauthorised or OutsideFault.Unreadable)
        {
            return null;
        }
    }
}
