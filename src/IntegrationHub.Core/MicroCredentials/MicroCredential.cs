namespace IntegrationHub.Core.MicroCredentials;

/// <summary>A catalogue entry in the version in force (toolkit, chapters 3, 8 and 11).</summary>
public sealed record MicroCredential
{
    /// <summary>Code within the institution, e.g. <c>water-sampling</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Version; an award keeps the one it was earned under.</summary>
    public required int Version { get; init; }

    /// <summary>The critical information summary that lets credentials be compared and trusted (toolkit, chapter 11).</summary>
    public required CriticalInformationSummary Summary { get; init; }

    /// <summary>How mastery is shown.</summary>
    public required Assessment Assessment { get; init; }

    /// <summary>Where and how the registrar's record shows it.</summary>
    public required RecordTarget Record { get; init; }

    /// <summary>How the badge looks and what it is called; null where no badge is issued.</summary>
    public BadgeDesign? Badge { get; init; }

    /// <summary>How long a credential stays valid; null where it does not expire.</summary>
    public Validity? Validity { get; init; }

    /// <summary>The LMS courses that lead to it.</summary>
    public required IReadOnlyList<Offering> Offerings { get; init; }

    /// <summary>The period of learning in which it was earned on a day: the latest that had begun; null where no offering states one.</summary>
    public LearningPeriod? PeriodOf(DateOnly earned) =>
        Offerings.Select(offering => offering.Period).OfType<LearningPeriod>().Where(period => period.Start <= earned).MaxBy(period => period.Start);
}

/// <summary>What the summative assessment must show (toolkit, chapters 3 and 9).</summary>
/// <param name="PassThreshold">Lowest score that passes, in percent, above 0 and at most 100.</param>
/// <param name="EnforcedByLms">Whether the LMS lets a learner complete only with the threshold reached: then a completion without a score is proof.</param>
/// <param name="Attempts">Attempts that are the norm; the LMS enforces them.</param>
/// <param name="FeedbackFrom">Who gives feedback between attempts, in both languages; null where nobody is named.</param>
public sealed record Assessment(decimal PassThreshold, bool EnforcedByLms, int Attempts = 2, BilingualText? FeedbackFrom = null);

/// <summary>An LMS course, and in it the summative assessment, that leads to a micro-credential.</summary>
/// <param name="Source">Name of the institution's source.</param>
/// <param name="Course">The LMS's own course id, or its SIS course id, as the LMS sends it.</param>
/// <param name="Assessment">The LMS's id of the summative assessment (Canvas: assignment id; Moodle: path of the activity's page, e.g. <c>/mod/quiz/view.php?id=31</c>); null where scores of single assessments do not count.</param>
/// <param name="Period">When the course takes place; null where it has no fixed days.</param>
public sealed record Offering(string Source, string Course, string? Assessment = null, LearningPeriod? Period = null);

/// <summary>A period of learning.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
public sealed record LearningPeriod(DateOnly Start, DateOnly End);
