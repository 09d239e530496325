using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>Tells people of a source that has fallen silent: once a silence, until it is heard again.</summary>
public sealed class SilenceWatch(IInstitutions institutions, ISourceHistory history, AttentionRaiser attention, TimeProvider time)
{
    /// <summary>Looks at every source that ever sent something.</summary>
    public Task Look(CancellationToken cancellation) => TenantByTenant.Each(institutions.All, async institution =>
    {
        foreach (var (source, record) in await history.All(institution.Id, cancellation))
            await Look(institution, source, record, cancellation);
    });

    private async Task Look(Institution institution, string source, SourceRecord record, CancellationToken cancellation)
    {
        var zone = institution.Zone;
        var silent = institution.Sources.ContainsKey(source) && ExpectedTraffic.IsSilent(record, zone, time.GetUtcNow());
        if (silent && record.SilenceTold != record.LastHeard)
        {
            var gap = ExpectedTraffic.LongestGap(record, zone)!.Value;
            await attention.RaiseOnce(SourceSilent.Of(institution.Id, source, record.LastHeard!.Value, gap), cancellation);
            await history.Save(institution.Id, source, record with { SilenceTold = record.LastHeard }, cancellation);
        }
        else if (!silent && record.SilenceTold is not null)
        {
            await attention.Settle(SourceSilent.Of(institution.Id, source), cancellation);
            await history.Save(institution.Id, source, record with { SilenceTold = null }, cancellation);
        }
    }
}
