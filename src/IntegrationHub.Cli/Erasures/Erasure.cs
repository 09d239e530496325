namespace IntegrationHub.Cli.Erasures;

/// <summary>A line of the ledger of erasures, as the hub's API shows it.</summary>
internal sealed record Erasure(
    string Institution,
    string Learner,
    DateTimeOffset Asked,
    DateTimeOffset? Done,
    int Credentials,
    int Awards,
    int Deliveries,
    IReadOnlyList<string>? Kept);

/// <summary>What a replay of the ledger begins.</summary>
internal sealed record Replayed(IReadOnlyList<string> Learners);
