namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>Whether it stands in the provincial qualifications framework (toolkit, chapter 12).</summary>
/// <param name="IsAssociated">Associated with the framework; else kept separate from it.</param>
/// <param name="Framework">The framework; null where separate.</param>
/// <param name="Level">Its level there; null where none is stated.</param>
public sealed record FrameworkStance(bool IsAssociated, BilingualText? Framework = null, string? Level = null);

/// <summary>An approval that the micro-credential has received.</summary>
/// <param name="By">The body.</param>
/// <param name="On">The day.</param>
/// <param name="Reference">Its reference, e.g. the number of the minutes; null where none.</param>
public sealed record CatalogueApproval(BilingualText By, DateOnly On, string? Reference = null);

/// <summary>A house that takes part, or endorses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it does; null where nothing is said.</param>
/// <param name="Url">Its address; null where none is given.</param>
public sealed record Partner(BilingualText Name, BilingualText? Role = null, Uri? Url = null);

/// <summary>When a person must approve before anything is written or issued.</summary>
/// <param name="When">Any of these is enough.</param>
/// <param name="ScoreBelow">Scores below this many percent are asked about; null where the score plays no part.</param>
public sealed record ApprovalRule(IReadOnlySet<ApprovalReason> When, decimal? ScoreBelow = null)
{
    /// <summary>
    /// What holds where neither the institution nor the entry says anything: more attempts than allowed (toolkit, chapter 9).
    /// </summary>
    public static ApprovalRule Usual { get; } = new(new HashSet<ApprovalReason> { ApprovalReason.OverAttempts });
}

/// <summary>Why a person is asked.</summary>
public enum ApprovalReason
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>The micro-credential bears credit.</summary>
    CreditBearing,

    /// <summary>It was earned without the course.</summary>
    PriorLearning,

    /// <summary>More attempts were taken than allowed.</summary>
    OverAttempts,

    /// <summary>It was earned in the days of grace.</summary>
    Late,

    /// <summary>It is a renewal.</summary>
    Renewal,

    /// <summary>The score is below the rule's mark.</summary>
    LowScore,

    /// <summary>An earlier award was revoked.</summary>
    AfterRevocation,
}
