using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>Reads sources for people: the files, the journal, and whether secrets are there.</summary>
public sealed class SourceReader(
    IInstitutions institutions,
    ISourceHistory history,
    DeliveryJournal journal,
    ISecrets secrets,
    ISourceTester tester,
    PublicAddresses addresses,
    TimeProvider time)
{
    /// <summary>Every source of every institution in force, by name.</summary>
    public async Task<IReadOnlyList<SourceView>> All(CancellationToken cancellation)
    {
        var found = await Task.WhenAll(
            institutions
                .All.OrderBy(institution => institution.Id, StringComparer.Ordinal)
                .Select(async institution =>
                {
                    var written = await history.All(institution.Id, cancellation);
                    return institution
                        .Sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal)
                        .Select(source => View(institution, source, written.GetValueOrDefault(source.Name) ?? new()));
                }));
        return [.. found.SelectMany(views => views)];
    }

    /// <summary>A source; null where there is none of that name.</summary>
    public async Task<SourceView?> Find(string institution, string source, CancellationToken cancellation) =>
        institutions.TryGet(institution, out var found) && found.Sources.TryGetValue(source, out var named)
            ? View(found, named, await history.Read(found.Id, named.Name, cancellation))
            : null;

    private SourceView View(Institution institution, Source source, SourceRecord written)
    {
        var record = journal.Newest(institution.Id, source.Name, written);
        var settings = source
            .Secrets.Select(secret => View(institution, secret.Key, secret.Value))
            .OrderBy(secret => secret.Purpose, StringComparer.Ordinal)
            .ToList();
        return new(
            institution,
            source,
            addresses.Hook(institution.Id, source),
            record,
            State(institution, record, settings),
            settings,
            tester.CanTest(source));
    }

    private SecretView View(Institution institution, string purpose, InboundSecret secret) =>
        new(
            purpose,
            secret.Current,
            HasValue(institution, secret.Current),
            secret.Previous is { } previous && time.GetUtcNow() < secret.Until && HasValue(institution, previous) ? secret.Until : null);

    private SourceState State(Institution institution, SourceRecord record, IReadOnlyList<SecretView> settings) =>
        settings.Any(secret => !secret.HasValue) ? SourceState.SecretMissing
        : record.Proven.FirstOrDefault(delivery => !delivery.IsTest || delivery.IsPassedTest) is { IsTrouble: true } ? SourceState.Troubled
        : record.LastHeard is null ? SourceState.NeverHeard
        : ExpectedTraffic.IsSilent(record, institution.Zone, time.GetUtcNow()) ? SourceState.Silent
        : SourceState.Heard;

    private bool HasValue(Institution institution, string setting) => secrets.Find(institution.Id, setting) is { Length: > 0 };
}
