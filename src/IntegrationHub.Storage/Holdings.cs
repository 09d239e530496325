using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>One row a credential in its learner's partition.</summary>
internal sealed class Holdings(StorageClients clients) : IHoldings
{
    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Holdings);

    public async Task<Holding?> Find(string learner, CredentialId credential, CancellationToken cancellation) =>
        await _table.Find(Partition(credential.Institution, learner), credential.Secret, cancellation) is { } row
            ? Read(row, credential.Institution)
            : null;

    public async Task<IReadOnlyList<Holding>> Of(string institution, string learner, CancellationToken cancellation)
    {
        var partition = Partition(institution, learner);
        var found = new List<Holding>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            found.Add(Read(row, institution));
        return [.. found.OrderBy(holding => holding.Issued)];
    }

    public Task<bool> Save(Holding holding, CancellationToken cancellation) =>
        _table.Put(
            Row.Of(
                Partition(holding.Credential.Institution, holding.Learner),
                holding.Credential.Secret,
                HoldingRow.Of(holding),
                Json.Default.HoldingRow),
            holding.Version,
            cancellation);

    public Task Remove(Holding holding, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(
            Partition(holding.Credential.Institution, holding.Learner),
            holding.Credential.Secret,
            ETag.All,
            cancellation);

    private static string Partition(string institution, string learner) => $"{institution}~{learner}";

    private static Holding Read(TableEntity row, string institution) =>
        row.Read(Json.Default.HoldingRow).Holding(new(institution, row.RowKey), row.PartitionKey[(institution.Length + 1)..]) with
        {
            Version = row.ETag.ToString(),
        };
}

/// <summary>A holding as a row; learner and credential are its key.</summary>
internal sealed record HoldingRow(
    string Award,
    string MicroCredential,
    DateTimeOffset Issued,
    DateTimeOffset? Accepted,
    bool ShowsName,
    DateTimeOffset? Withdrawn,
    IReadOnlyDictionary<SharePlace, int> Shares,
    int SurveyOpened = 0)
{
    public static HoldingRow Of(Holding holding) =>
        new(
            holding.Award.ToString(),
            holding.MicroCredential,
            holding.Issued,
            holding.Accepted,
            holding.ShowsName,
            holding.Withdrawn,
            holding.Shares,
            holding.SurveyOpened);

    public Holding Holding(CredentialId credential, string learner) =>
        new()
        {
            Credential = credential,
            Learner = learner,
            Award = AwardId.Parse(Award),
            MicroCredential = MicroCredential,
            Issued = Issued,
            Accepted = Accepted,
            ShowsName = ShowsName,
            Withdrawn = Withdrawn,
            Shares = Shares,
            SurveyOpened = SurveyOpened,
        };
}
