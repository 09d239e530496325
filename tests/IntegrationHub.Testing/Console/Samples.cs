using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Storage;

namespace IntegrationHub.Testing.Console;

/// <summary>Invented awards and attention items for pages to show.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Earned = new(2026, 3, 2, 3, 5, 0, TimeSpan.Zero);

    public static readonly Institution LacNord = new()
    {
        Id = "lacnord",
        Name = new("Collège Lac-Nord", "Lac-Nord College"),
        TimeZone = "America/Toronto",
        Pepper = "Lacnord:Pepper",
        Sources = new Dictionary<string, Source>(),
        Connections = new Dictionary<ConnectionRole, Connection>(),
        MicroCredentials = new Dictionary<string, MicroCredential>(),
    };

    public static readonly MicroCredential Water = new()
    {
        Code = "water-sampling",
        Version = 3,
        Summary = new() { Title = new("Échantillonnage de l’eau", "Water sampling"), Description = new("…", "…") },
        Assessment = new(80, EnforcedByLms: false),
        Record = new(RecordTargetKind.NonCourse),
        Offerings = [],
    };

    public static readonly Learner Learner = new("l1", "p1", "20260001", "Maïka", "Okemaw", null, "fr");

    public static Step Step(StepName name, StepState state, string? error = null) =>
        new()
        {
            Name = name,
            State = state,
            Attempts = 2,
            Updated = Earned.AddMinutes(1),
            Error = error,
            Reference = state == StepState.Done ? $"reference-{name}" : null,
            Until = state == StepState.Waiting ? Earned.AddMinutes(30) : null,
            Link = name == StepName.Badge && state == StepState.Done ? new("https://badges.example.ca/b/1") : null,
        };

    public static AwardView View(params Step[] steps) =>
        new(
            new()
            {
                Id = AwardId.Parse("lacnord-k3j9-0"),
                Learner = Learner.Id,
                MicroCredential = Water.Code,
                Decision = new(Outcome.Earned, 3, 80, 92.5m, 2, "event-2", Earned),
                Earned = Earned,
                Opened = Earned,
                Steps = steps.Length > 0 ? steps : [.. Enum.GetValues<StepName>().Select(name => Step(name, StepState.Done))],
            },
            LacNord,
            Water,
            Learner,
            [
                new("event-1", "canvas", CompletionKind.Assessed, "31", "1", new(30, 0, 50), Earned.AddDays(-2), "grade_change", "kept/1"),
                new("event-2", "canvas", CompletionKind.Assessed, "31", "2", new(46.25m, 0, 50), Earned, "grade_change", "kept/2"),
                new("event-3", "moodle", CompletionKind.Completed, null, null, null, Earned, "course_completed", "kept/3"),
            ],
            [],
            [
                new(0, Earned, TimelineEvent.Awarded, null, "event-2"),
                new(0, Earned.AddMinutes(1), TimelineEvent.Done, StepName.Badge, "reference-Badge"),
            ]);

    public static AwardView WithFailedTranscript(string error = "The section is closed.") =>
        View(
            Step(StepName.Transcript, StepState.Failed, error),
            Step(StepName.Badge, StepState.Done),
            Step(StepName.Channel, StepState.Waiting),
            Step(StepName.Learner, StepState.Submitted));

    public static AttentionItem Item(string cause, SubjectRow? row = null) =>
        StoredItems.Of(cause, row ?? new("canvas", ""), "lacnord") with
        {
            First = Earned,
            Last = Earned.AddHours(2),
        };

    public static AttentionItem UnknownLearner => Item(nameof(UnknownLearner), new("canvas", "key", "LmsId: 40017")) with { Count = 3 };

    /// <summary>An item of every cause, about what it is about in earnest.</summary>
    public static IReadOnlyList<AttentionItem> EveryCause
    {
        get
        {
            var award = AwardId.Parse("lacnord-k3j9-0");
            var (about, waived) = (new SubjectRow("water-sampling", $"{award}", Award: award), "l1/water-sampling/0");
            return
            [
                UnknownLearner,
                Item("AccountPassedOn", new("canvas", "key", "LmsId: 40019")) with
                {
                    Candidates = ["900100001", "900100002"],
                },
                Item("AmbiguousLearner", new("canvas", "key", "LmsId: 40018")) with
                {
                    Candidates = ["900100001", "900100002"],
                },
                Item("UnknownOffering", new("canvas", "31", "31 / WAT-31")),
                Item("UncertainResult", new("canvas", "l1/water-sampling/31 · 7", "l1/water-sampling/31 · 7")) with
                {
                    Detail = "62,5",
                },
                Item("UncertainTime", new("canvas", "l1/water-sampling/31", "l1/water-sampling/31")),
                Item("NameMissing", new("water-sampling", "l1/water-sampling/0", "l1/water-sampling/0")),
                Item("ResultMissing", new("water-sampling", "l1/water-sampling/0", "l1/water-sampling/0")),
                Item("UnreadableDelivery", new("canvas", "The body is no JSON.")),
                Item("ApprovalNeeded", about),
                Item("RegradeBelowThreshold", about),
                Item("PrerequisiteMissing", new("water-sampling", waived, waived)),
                Item("MessageFailed", new("notices", "l1/water/0/NotYet/e1", "letter l1/water/0/NotYet/e1")),
                Item("StepFailed", new("Transcript", $"{award}", Award: award, Step: StepName.Transcript)) with
                {
                    Detail = "The section is closed.",
                },
                Item("SystemDown", new("Badges", "")) with
                {
                    Detail = "503",
                },
                Item("CredentialRefused", new("Lms~moodle", "")),
                Item("SecretEnding", new("canvas", "password", "password")),
                Item("ReconciliationPartial"),
                Item("CatalogueFault", new("catalogue", "")),
                Item("SourceSilent"),
            ];
        }
    }
}
