using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>Tells people of replaced secrets whose end nears or is past, for as long as an institution's file names them.</summary>
public sealed class SecretWatch(IInstitutions institutions, IAttention attention, AttentionRaiser raiser, TimeProvider time)
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(14);

    /// <summary>Compares the files with what people have been told.</summary>
    public Task Look(CancellationToken cancellation) => TenantByTenant.Each(institutions.All, async institution =>
    {
        var near = new HashSet<string>();
        foreach (var item in Near(institution))
        {
            await raiser.RaiseIfChanged(item, cancellation);
            near.Add(item.Id);
        }

        foreach (var item in await attention.Open(institution.Id, cancellation))
        {
            if (item.Cause is SecretEnding && !near.Contains(item.Id))
                await raiser.Settle(item, cancellation);
        }
    });

    private IEnumerable<AttentionItem> Near(Institution institution) =>
        from source in institution.Sources.Values
        from secret in source.Secrets
        where secret.Value.Previous is not null && secret.Value.Until - time.GetUtcNow() <= Before
        select SecretEnding.Of(institution.Id, source.Name, secret.Key, secret.Value);
}
