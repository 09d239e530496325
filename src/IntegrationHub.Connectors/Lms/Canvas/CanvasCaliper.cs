using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>
/// Live Events in Caliper format: grades only. It has no completed courses, and does not say whether a grade is complete or shown.
/// </summary>
internal sealed class CanvasCaliper : CaliperMeaning
{
    private const string Canvas = "com.instructure.canvas";

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> CustomerUnderActor => "extensions/com.instructure.canvas/root_account_uuid"u8;

    /// <inheritdoc/>
    public override bool IsOurs(Source source, ReadOnlySpan<byte> customer) => CanvasAccounts.Has(source, customer);

    /// <inheritdoc/>
    public override bool IsOurs(Source source, CaliperEvent item) =>
        CanvasAccounts.Has(source, Encoding.UTF8.GetBytes(Account(item) ?? Host(item) ?? ""));

    /// <inheritdoc/>
    public override Completion? Of(Source source, CaliperEvent item)
    {
        var ids = new CanvasIds(item.At("actor", "extensions", Canvas));
        if (item is not { Type: "GradeEvent", Action: "Graded" }
            || ids.Local(After("assignment", CaliperGrade.Assignable(item))) is not { } assignment
            || ids.Local(After("user", CaliperGrade.Learner(item))) is not { } user)
            return null;
        var number = CaliperGrade.Learner(item).Text("extensions", Canvas, "sis_id");
        var graded = item.Completion(
            CompletionKind.Assessed,
            [
                .. number is null ? Array.Empty<LearnerReference>() : [new(LearnerReferenceKind.StudentNumber, number)],
                new(LearnerReferenceKind.LmsId, user),
            ],
            CanvasEvent.Some(ids.Local(After("course", item.Group)))) with
        {
            Assessment = assignment,
            Tenant = Account(item) ?? Host(item),
        };
        // Without points the grade was cleared.
        return CaliperGrade.Given(item).IsGiven
            ? CaliperGrade.Score(item).In(graded)
            : graded with { Kind = CompletionKind.Undone };
    }

    private static string? Account(CaliperEvent item) =>
        item.At("actor", "extensions", Canvas).Text("root_account_uuid") ?? item.At("extensions", Canvas).Text("root_account_uuid");

    // Older events name no account: then it is the address of the Canvas that they come from.
    private static string? Host(CaliperEvent item) =>
        Uri.TryCreate(Iri.Of(item.At("edApp")), UriKind.Absolute, out var address) ? address.Host : null;

    // urn:instructure:canvas:course:21070000000000565:section:21070000000000012
    private static string? After(string kind, JsonElement? entity)
    {
        var parts = (Iri.Of(entity) ?? "").Split(':');
        var at = Array.IndexOf(parts, kind);
        return at > 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }
}
