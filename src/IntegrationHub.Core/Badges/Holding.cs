using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Badges;

/// <summary>A credential in its learner's hands: what the learner said of it. Kept in the learner's own partition.</summary>
public sealed record Holding
{
    /// <summary>The credential.</summary>
    public required CredentialId Credential { get; init; }

    /// <summary>The learner, by opaque id.</summary>
    public required string Learner { get; init; }

    /// <summary>The award it stands for.</summary>
    public required AwardId Award { get; init; }

    /// <summary>Code of the micro-credential.</summary>
    public required string MicroCredential { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>When the learner accepted it; null where not.</summary>
    public DateTimeOffset? Accepted { get; init; }

    /// <summary>Whether its public page shows the learner's name; only if the learner said so.</summary>
    public bool ShowsName { get; init; }

    /// <summary>When the learner withdrew it from public view; null where it is public.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>How often the learner went to share it, by place.</summary>
    public IReadOnlyDictionary<SharePlace, int> Shares { get; init; } = new Dictionary<SharePlace, int>();

    /// <summary>How often the learner opened the end-of-learning survey.</summary>
    public int SurveyOpened { get; init; }

    /// <summary>The stored version, for the conditional write; null before the first.</summary>
    public string? Version { get; init; }

    /// <summary>The same, shared once more.</summary>
    public Holding Share(SharePlace place) => this with
    {
        Shares = new Dictionary<SharePlace, int>(Shares) { [place] = Shares.GetValueOrDefault(place) + 1 },
    };
}

/// <summary>Where a learner can share a credential.</summary>
public enum SharePlace
{
    /// <summary>The profile on LinkedIn.</summary>
    LinkedIn,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>The link itself, copied.</summary>
    Link,

    /// <summary>A file downloaded for a wallet.</summary>
    Wallet,
}

/// <summary>Where holdings are kept, by learner.</summary>
public interface IHoldings
{
    /// <summary>One of a learner's; null where there is none.</summary>
    Task<Holding?> Find(string learner, CredentialId credential, CancellationToken cancellation);

    /// <summary>All of a learner's, the oldest first.</summary>
    Task<IReadOnlyList<Holding>> Of(string institution, string learner, CancellationToken cancellation);

    /// <summary>Writes one if it was not changed since it was read; a new one if there is none yet.</summary>
    /// <returns>False where another was quicker: nothing was written.</returns>
    Task<bool> Save(Holding holding, CancellationToken cancellation);

    /// <summary>Takes one away; nothing happens where it is gone already.</summary>
    Task Remove(Holding holding, CancellationToken cancellation);
}
