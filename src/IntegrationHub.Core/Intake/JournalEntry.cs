using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Intake;

/// <summary>A delivery as it is noted: of noise nothing but a reference to the names that are there anyway.</summary>
internal readonly record struct JournalEntry(DateTimeOffset At, IntakeVerdict Verdict)
{
    private Admission Admission { get; init; }

    private IReadOnlyList<IgnoredEvents>? Ignored { get; init; }

    private string? What { get; init; }

    private int Completions { get; init; }

    private string? Why { get; init; }

    private string? TrackingId { get; init; }

    private bool IsTest { get; init; }

    public bool IsTheSourceSpeaking => !IsTest && Verdict.IsOfTheSource() && Verdict != IntakeVerdict.TooMany;

    /// <summary>Whether it told of nothing at all: Moodle's plugin sends an empty array each minute.</summary>
    public bool IsEmpty => Verdict == IntakeVerdict.Ignored && !IsTest && Ignored is { Count: 0 };

    public static JournalEntry Of(DateTimeOffset at, string? test, IntakeAnswer answer) =>
        new(at, answer.Verdict)
        {
            Admission = answer.Admission,
            Ignored = answer.Reading?.Ignored,
            // A completion names a person: only the events' names outlive the answer.
            What = answer.Reading is { Completions.Count: > 0 } reading
                ? EventNames.Label(
                    reading.Completions.Select(completion => new IgnoredEvents(completion.EventName)).Concat(reading.Ignored))
                : null,
            Completions = answer.Reading?.Completions.Count ?? 0,
            Why = answer.Reading is { Fault: null, Damaged: [var damage, ..] } ? damage : answer.Reading?.Fault,
            TrackingId = test ?? answer.TrackingId,
            IsTest = test is not null,
        };


    public ReceivedDelivery Delivery() => new()
    {
        At = At,
        Verdict = Verdict,
        Admission = Admission,
        What = IsTest ? null : What ?? EventNames.Label(Ignored ?? []),
        Completions = IsTest ? 0 : Completions,
        Why = Why,
        TrackingId = TrackingId,
        IsTest = IsTest,
    };
}
