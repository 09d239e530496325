using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Monitoring;

/// <summary>Looks around once a minute: point reads, and one partition an institution (law 11).</summary>
public sealed class MetricsSampler(
    IQueueWatch queues,
    IAttention attention,
    IConnectionStates states,
    IInstitutions institutions,
    Gauges gauges,
    TimeProvider time)
{
    /// <summary>Reads all that the gauges show.</summary>
    /// <exception cref="StorageSilentException">The storage does not answer.</exception>
    /// <exception cref="IOException">Something could not be read, not by this release perhaps; the rest is shown.</exception>
    public async Task Look(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var unread = new List<Exception>();
        gauges.Set(
            new(
                now,
                await queues.Read(cancellation),
                await Attention(unread, cancellation),
                await Systems(unread, cancellation),
                Secrets(now)));
        if (unread.Count > 0)
            throw new IOException($"Not everything could be looked at: {unread[0].Message}", unread[0]);
    }

    private async Task<IReadOnlyList<(string, string, int)>> Attention(List<Exception> unread, CancellationToken cancellation)
    {
        var counts = new List<(string, string, int)>();
        foreach (var institution in institutions.Names.Append(AttentionItem.OfTheHub))
        {
            try
            {
                var open = await attention.Open(institution, cancellation);
                counts.AddRange(open.CountBy(item => item.Cause.Name).Select(cause => (institution, cause.Key, cause.Value)));
            }
            catch (Exception failure) when (failure is not (StorageSilentException or OperationCanceledException))
            {
                unread.Add(failure);
            }
        }

        return counts;
    }

    private async Task<IReadOnlyList<(string, string, bool)>> Systems(List<Exception> unread, CancellationToken cancellation)
    {
        var systems = new List<(string, string, bool)>();
        foreach (var institution in institutions.All)
        {
            var lines = institution.Connections.Values.Concat(institution.Sources.Values.Select(source => source.Api).OfType<Connection>());
            foreach (var line in lines.Where(line => !line.IsTheHub))
            {
                try
                {
                    systems.Add((institution.Id, line.Name, !(await states.Read(institution.Id, line.Name, cancellation)).IsDown));
                }
                catch (Exception failure) when (failure is not (StorageSilentException or OperationCanceledException))
                {
                    unread.Add(failure);
                }
            }
        }

        return systems;
    }

    private List<(string, string, double)> Secrets(DateTimeOffset now) =>
        [
            .. from institution in institutions.All
            from source in institution.Sources.Values
            let ends = source.Secrets.Values.Where(secret => secret.Previous is not null).Min(secret => secret.Until)
            where ends is not null
            select (institution.Id, source.Name, (ends.Value - now).TotalDays),
        ];
}
