namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>A catalogue entry in the version in force (toolkit, chapters 3, 8 and 11).</summary>
public sealed record MicroCredential
{
    /// <summary>Code within the institution, e.g. <c>water-sampling</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Version; an award keeps the one it was earned under.</summary>
    public required int Version { get; init; }

    /// <summary>The critical information summary that lets credentials be compared and trusted (toolkit, chapter 11).</summary>
    public required CriticalInformationSummary Summary { get; init; }

    /// <summary>First day of this version, in the institution's time zone; null for the first one, which has no beginning.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The versions before this one, the newest first: what happened in their days is decided by them.</summary>
    public IReadOnlyList<MicroCredential> Earlier { get; init; } = [];

    /// <summary>How mastery is shown; null where stacking alone earns it.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>What must be stacked, every one of them; empty where it is no milestone.</summary>
    public IReadOnlyList<Stack> Stacks { get; init; } = [];

    /// <summary>Codes of the micro-credentials that must be held before.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>When a person must approve.</summary>
    public ApprovalRule Approval { get; init; } = ApprovalRule.Usual;

    /// <summary>
    /// Days before the end of a credential from which a fresh assessment renews it; null where it cannot be renewed early.
    /// </summary>
    public int? RenewalDays { get; init; }

    /// <summary>The phases of its life; null where none is stated.</summary>
    public LifeCycle? LifeCycle { get; init; }

    /// <summary>The unit of its credits, e.g. credits or continuing education units; null where not credit-bearing.</summary>
    public BilingualText? CreditUnit { get; init; }

    /// <summary>Where it stands in the qualifications framework; null where nothing is said.</summary>
    public FrameworkStance? Framework { get; init; }

    /// <summary>The approvals that it has received.</summary>
    public IReadOnlyList<CatalogueApproval> Approvals { get; init; } = [];

    /// <summary>Who endorses it (toolkit, chapter 15), as the catalogue tells it; signed endorsements are imported.</summary>
    public IReadOnlyList<Partner> Endorsers { get; init; } = [];

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>The end-of-learning survey (toolkit, chapter 13); null where there is none.</summary>
    public Uri? Survey { get; init; }

    /// <summary>Where and how the registrar's record shows it.</summary>
    public required RecordTarget Record { get; init; }

    /// <summary>How the badge looks and what it is called; null where no badge is issued.</summary>
    public BadgeDesign? Badge { get; init; }

    /// <summary>How long a credential stays valid; null where it does not expire.</summary>
    public Validity? Validity { get; init; }

    /// <summary>The LMS courses that lead to it.</summary>
    public required IReadOnlyList<Offering> Offerings { get; init; }

    /// <summary>Whether it is earned by stacking others.</summary>
    public bool IsMilestone => Stacks.Count > 0;

    /// <summary>Every version, the newest first.</summary>
    public IEnumerable<MicroCredential> Versions => Earlier.Prepend(this);

    /// <summary>Codes and names of what its decision may rest on, in any version: parts of its stacks and prerequisites.</summary>
    public IEnumerable<string> RestsOn =>
        Versions.SelectMany(version => version.Stacks.SelectMany(stack => stack.Codes).Concat(version.Prerequisites)).Distinct();

    /// <summary>The version in force on a day.</summary>
    public MicroCredential On(DateOnly day) =>
        Versions.FirstOrDefault(version => version.Since is null || version.Since <= day) ?? Versions.Last();

    /// <summary>The version of a number; the one in force where the catalogue has it no more.</summary>
    public MicroCredential InVersion(int version) => Versions.FirstOrDefault(candidate => candidate.Version == version) ?? this;

    /// <summary>
    /// The period of learning in which it was earned on a day: the latest that had begun; null where no offering states one.
    /// </summary>
    public LearningPeriod? PeriodOf(DateOnly earned) =>
        Offerings
            .Select(offering => offering.Period)
            .OfType<LearningPeriod>()
            .Where(period => period.Start <= earned)
            .MaxBy(period => period.Start);
}
