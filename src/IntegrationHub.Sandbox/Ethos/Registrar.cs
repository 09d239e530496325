using System.Collections.Frozen;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal sealed record SubmittedGrade(Guid Id, Registration Registration, Guid Grade, DateTimeOffset SubmittedAt, Guid? SubmittedBy);

internal sealed record TranscriptGrade(
    Guid Id,
    SubmittedGrade Submission,
    Guid Grade,
    DateTimeOffset RecordedAt,
    IReadOnlyList<Adjustment> Adjustments);


internal sealed record Adjustment(DateTimeOffset At, Guid Before, Guid After, Guid Reason);

internal sealed record TranscriptEntry(
    string StudentNumber, string Learner, string Course, Bilingual Title, Guid SectionRegistration, Guid SubmissionId,
    Guid? TranscriptGradeId,
    string Grade,
    string State,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? RecordedAt,
    IReadOnlyList<Adjustment> Adjustments);

/// <summary>What faculty submitted, and what the registrar has rolled to the transcript: two different things.</summary>
internal sealed class Registrar(CampusData campus, SandboxOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, SubmittedGrade> _submitted = [];
    private readonly Dictionary<Guid, TranscriptGrade> _recorded = [];
    private readonly HashSet<Guid> _waiting = [];

    public FrozenDictionary<Guid, Registration> Registrations { get; } = SectionRegistrations.All(campus);

    public SubmittedGrade? Submission(Guid registration)
    {
        lock (_gate) return _submitted.GetValueOrDefault(registration);
    }

    public SubmittedGrade? SubmissionById(Guid id)
    {
        lock (_gate) return _submitted.Values.FirstOrDefault(grade => grade.Id == id);
    }

    public IReadOnlyList<TranscriptGrade> RecordedOf(Guid student)
    {
        lock (_gate)
        {
            RollDue();
            return [.. _recorded.Values.Where(grade => grade.Submission.Registration.Learner.Person == student).OrderBy(grade => grade.Id)];
        }
    }

    public TranscriptGrade? RecordedById(Guid id)
    {
        lock (_gate)
        {
            RollDue();
            return _recorded.Values.FirstOrDefault(grade => grade.Id == id);
        }
    }

    /// <summary>Null when the registration already has a grade.</summary>
    public SubmittedGrade? Submit(Registration registration, Guid grade, Guid? by)
    {
        lock (_gate)
        {
            var submission = new SubmittedGrade(Guid.NewGuid(), registration, grade, time.GetUtcNow(), by);
            if (!_submitted.TryAdd(registration.Id, submission)) return null;
            _waiting.Add(registration.Id);
            return submission;
        }
    }

    /// <summary>Null once the grade is on the transcript: from then on only an adjustment changes it.</summary>
    public SubmittedGrade? Resubmit(SubmittedGrade submission, Guid grade, Guid? by)
    {
        lock (_gate)
        {
            RollDue();
            if (_recorded.ContainsKey(submission.Registration.Id)) return null;
            return _submitted[submission.Registration.Id] = submission with
            {
                Grade = grade,
                SubmittedAt = time.GetUtcNow(),
                SubmittedBy = by,
            };
        }
    }

    public TranscriptGrade Adjust(TranscriptGrade record, Guid grade, Guid reason)
    {
        lock (_gate)
        {
            var key = record.Submission.Registration.Id;
            var now = _recorded[key];
            return _recorded[key] = now with
            {
                Grade = grade,
                Adjustments = [.. now.Adjustments, new Adjustment(time.GetUtcNow(), now.Grade, grade, reason)],
            };
        }
    }

    public int RollAll()
    {
        lock (_gate) return Roll(_ => true, _ => time.GetUtcNow());
    }

    public IReadOnlyList<TranscriptEntry> Entries()
    {
        lock (_gate)
        {
            RollDue();
            return
            [
                .. _submitted
                    .Values.OrderBy(grade => grade.Registration.Learner.StudentNumber, StringComparer.Ordinal)
                    .ThenBy(grade => grade.SubmittedAt)
                    .Select(Entry),
            ];
        }
    }

    private TranscriptEntry Entry(SubmittedGrade grade)
    {
        var (_, learner, course) = grade.Registration;
        var record = _recorded.GetValueOrDefault(grade.Registration.Id);
        return new(
            learner.StudentNumber!, learner.Name, course.Code, course.Name, grade.Registration.Id, grade.Id, record?.Id,
            campus.Grades.All[record?.Grade ?? grade.Grade].Value, record is null ? "submitted" : "recorded",
            grade.SubmittedAt, record?.RecordedAt, record?.Adjustments ?? []);
    }

    private void RollDue()
    {
        if (options.RollDelay is { } delay)
            Roll(grade => time.GetUtcNow() - grade.SubmittedAt >= delay, grade => grade.SubmittedAt + delay);
    }

    private int Roll(Func<SubmittedGrade, bool> due, Func<SubmittedGrade, DateTimeOffset> when)
    {
        var rolled = _waiting.Select(registration => _submitted[registration]).Where(due).ToList();
        foreach (var grade in rolled)
        {
            var registration = grade.Registration.Id;
            _recorded[registration] = new(
                CampusData.GuidFrom("transcript-grade", registration.ToString()),
                grade,
                grade.Grade,
                when(grade),
                []);
            _waiting.Remove(registration);
        }
        return rolled.Count;
    }
}
