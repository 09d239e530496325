namespace IntegrationHub.Core.Model.Institutions;

/// <summary>What an institution does where the toolkit leaves it the choice.</summary>
public sealed record Policy
{
    /// <summary>What follows when later evidence speaks against an award.</summary>
    public OnContradiction OnContradiction { get; init; }

    /// <summary>How many days before the end of a credential its learner is told.</summary>
    public IReadOnlyList<int> RenewalNotices { get; init; } = [60, 14];
}

/// <summary>What follows when later evidence speaks against an award; a person is told in any case.</summary>
public enum OnContradiction
{
    /// <summary>A person decides; until then it stands, and what had not begun waits.</summary>
    Ask,

    /// <summary>It stands.</summary>
    Keep,

    /// <summary>It is suspended until a person decides, or the evidence changes again.</summary>
    Suspend,

    /// <summary>It is revoked.</summary>
    Revoke,
}
