using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>Tells people of replaced secrets whose end nears or is past, for as long as an institution's file names them.</summary>
public sealed class SecretWatch(IInstitutions institutions, IAttention attention, AttentionRaiser raiser, TimeProvider time)
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(14);

    /// <summary>Compares the files with what people have been told.</summary>
    public Task Look(CancellationToken cancellation) => TenantByTenant.Each(institutions.All, async institution =>
    {
        var near = new HashSet<string>();
        foreach (var (source, purpose, secret) in Near(institution))
            near.Add(await raiser.SecretEnding(institution.Id, source, purpose, secret, cancellation));
        foreach (var item in await attention.Open(institution.Id, cancellation))
        {
            if (item.Cause == Cause.SecretEnding && !near.Contains(item.Id))
                await raiser.Settle(institution.Id, item.Id, cancellation);
        }
    });

    private IEnumerable<(string Source, string Purpose, InboundSecret Secret)> Near(Institution institution) =>
        from source in institution.Sources.Values
        from secret in source.Secrets
        where secret.Value.Previous is not null && secret.Value.Until - time.GetUtcNow() <= Before
        select (source.Name, secret.Key, secret.Value);
}
