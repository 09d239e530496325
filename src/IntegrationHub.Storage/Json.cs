using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageOfVersion1))]
[JsonSerializable(typeof(StoredDelivery))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(RegistrarAct))]
[JsonSerializable(typeof(StackedCredential))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(AwardRow))]
[JsonSerializable(typeof(Step))]
[JsonSerializable(typeof(TimelineEntry))]
[JsonSerializable(typeof(Learner))]
[JsonSerializable(typeof(ItemRow))]
[JsonSerializable(typeof(WaitingCompletion))]
[JsonSerializable(typeof(ConnectionState))]
[JsonSerializable(typeof(Token))]
[JsonSerializable(typeof(CredentialBlob))]
[JsonSerializable(typeof(HoldingRow))]
[JsonSerializable(typeof(Endorsement[]))]
[JsonSerializable(typeof(Erasure))]
[JsonSerializable(typeof(RegisteredEvent))]
[JsonSerializable(typeof(Reconciliation))]
[JsonSerializable(typeof(CourseComparison))]
[JsonSerializable(typeof(RecordFileRow))]
[JsonSerializable(typeof(RecordLineRow))]
[JsonSerializable(typeof(RecordTrailEntry[]))]
[JsonSerializable(typeof(SourceRecord))]
[JsonSerializable(typeof(NoticeClaim))]
internal sealed partial class Json : JsonSerializerContext;

/// <summary>JSON on queues and in blobs: quotes and accents stay as they are, since every escape costs bytes of the 48 KiB.</summary>
internal static class PlainJson
{
    public static Json Types { get; } =
        new(
            new JsonSerializerOptions(Json.Default.Options)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                TypeInfoResolver = null,
            });

    /// <summary>To read messages: what may not be null may not be missing either. What may be null is not written where it is.</summary>
    public static JsonSerializerOptions WholeMessages { get; } =
        new(MessageJson.Default.Options) { TypeInfoResolver = MessageJson.Default.WithAddedModifier(RequireWhatIsNotNullable) };

    public static MessageJson Messages { get; } =
        new(
            new JsonSerializerOptions(MessageJson.Default.Options)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                TypeInfoResolver = null,
            });

    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.AssociatedParameter is { IsNullable: false, HasDefaultValue: false })
                member.IsRequired = true;
    }
}

/// <summary>An award as a row; its steps are rows of their own.</summary>
internal sealed record AwardRow(
    string Learner,
    string MicroCredential,
    Decision Decision,
    DateTimeOffset Earned,
    DateTimeOffset Opened,
    DateTimeOffset? ValidUntil = null,
    int? Renews = null,
    AwardState State = AwardState.Valid,
    DateTimeOffset? StateSince = null,
    string? Reason = null,
    DateTimeOffset? ContradictedSince = null,
    int Revision = 0,
    DateTimeOffset? Changed = null,
    bool ByAPerson = false,
    DateTimeOffset? Issued = null,
    DateTimeOffset? Answered = null,
    AwardTerms? Terms = null)
{
    public static AwardRow Of(Award award) =>
        new(
            award.Learner,
            award.MicroCredential,
            award.Decision,
            award.Earned,
            award.Opened,
            award.ValidUntil,
            award.Renews,
            award.State,
            award.StateSince,
            award.Reason,
            award.ContradictedSince,
            award.Revision,
            award.Changed,
            award.ByAPerson,
            award.Issued,
            award.Answered,
            award.Terms);

    public Award Award(AwardId id, IReadOnlyList<Step> steps) =>
        new()
        {
            Id = id,
            Learner = Learner,
            MicroCredential = MicroCredential,
            Decision = Decision,
            Earned = Earned,
            Opened = Opened,
            ValidUntil = ValidUntil,
            Renews = Renews,
            State = State,
            StateSince = StateSince,
            Reason = Reason,
            ContradictedSince = ContradictedSince,
            Revision = Revision,
            Changed = Changed,
            ByAPerson = ByAPerson,
            Issued = Issued,
            Answered = Answered,
            Terms = Terms,
            Steps = steps,
        };
}

/// <summary>An attention item as a row; the tenant is its partition.</summary>
internal sealed record ItemRow(
    string Cause,
    string Source,
    string Fingerprint,
    string? Subject,
    string? Detail,
    string? Award,
    StepName? Step,
    int Count,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string>? Candidates = null,
    DateTimeOffset? Told = null,
    DateTimeOffset? AsideUntil = null,
    Dismissal? Dismissal = null,
    string? DetailFr = null)
{
    public static ItemRow Of(AttentionItem item) =>
        new(
            item.Cause.Name,
            item.Source,
            item.Subject.Row.Fingerprint,
            item.Subject.Text,
            item.Detail,
            item.Award?.ToString(),
            item.Step,
            item.Count,
            item.First,
            item.Last,
            item.Candidates is [] ? null : item.Candidates,
            item.Told,
            item.AsideUntil,
            item.Dismissal,
            item.DetailFr);

    public AttentionItem Item(string institution, Cause cause) =>
        new()
        {
            Institution = institution,
            Cause = cause,
            Subject = cause.Read(new(Source, Fingerprint, Subject, AwardId.TryParse(Award, out var award) ? award : null, Step)),
            Detail = Detail,
            DetailFr = DetailFr,
            Candidates = Candidates ?? [],
            Count = Count,
            First = First,
            Last = Last,
            Told = Told,
            AsideUntil = AsideUntil,
            Dismissal = Dismissal,
        };
}
