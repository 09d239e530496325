using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Watching;

/// <summary>Looks around once a minute: point reads, and one partition an institution (law 11).</summary>
public sealed class Lookout(IQueueWatch queues, IAttention attention, IConnectionStates states, IInstitutions institutions, Gauges gauges, TimeProvider time)
{
    /// <summary>Reads all that the gauges show.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        gauges.Set(new(now, await queues.Read(cancellation), await Attention(cancellation), await Systems(cancellation), Secrets(now)));
    }

    private async Task<IReadOnlyList<(string, Cause, int)>> Attention(CancellationToken cancellation)
    {
        var counts = new List<(string, Cause, int)>();
        foreach (var institution in institutions.Names.Append(AttentionItem.OfTheHub))
        {
            var open = await attention.Open(institution, cancellation);
            counts.AddRange(open.CountBy(item => item.Cause).Select(cause => (institution, cause.Key, cause.Value)));
        }

        return counts;
    }

    private async Task<IReadOnlyList<(string, string, bool)>> Systems(CancellationToken cancellation)
    {
        var systems = new List<(string, string, bool)>();
        foreach (var institution in institutions.All)
        {
            var lines = institution.Connections.Values.Concat(institution.Sources.Values.Select(source => source.Api).OfType<Connection>());
            foreach (var line in lines.Where(line => !line.IsTheHub))
                systems.Add((institution.Id, line.Name, !(await states.Read(institution.Id, line.Name, cancellation)).IsDown));
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
