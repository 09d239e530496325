using System.Collections.Concurrent;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Tests.Invented.Rosette;

/// <summary>Issues through Rosette, which is a dictionary here: ribbons by award.</summary>
internal sealed class RosettePlatform : IBadgePlatform
{
    private readonly ConcurrentDictionary<string, IssuedBadge> _ribbons = [];

    public string Kind => "rosette";

    public Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation)
    {
        var reference = $"{order.BadgeClass}-{order.Award.Id}";
        return Task.FromResult(_ribbons.GetOrAdd(reference, _ => new(reference, new(connection.Address!, reference))));
    }

    public Task<IssuedBadge?> Find(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation) =>
        Task.FromResult(_ribbons.GetValueOrDefault($"{order.BadgeClass}-{order.Award.Id}"));

    public Task Change(Institution institution, Connection connection, BadgeChange change, CancellationToken cancellation)
    {
        if (change.To == CredentialStatus.Revoked)
            _ribbons.TryRemove(change.Reference, out _);
        return Task.CompletedTask;
    }
}
