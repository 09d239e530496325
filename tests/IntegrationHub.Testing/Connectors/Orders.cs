using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Testing.Connectors;

/// <summary>Orders of a badge for invented learners.</summary>
internal static class Orders
{
    private static readonly DateTimeOffset Earned = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    public static BadgeOrder Fresh(string badgeClass, string email)
    {
        var learner = new Learner(email, "person", "900123456", "Élise", "Cœur-Tremblay", email, "fr")
        {
            AsOf = DateTimeOffset.MaxValue,
        };
        return new(
            new Award
            {
                Id = new(DossierId.Of("lacnord", learner.Id, "water"), 0),
                Learner = learner.Id,
                MicroCredential = "water",
                Decision = new(Outcome.Earned, 1, 80, 86, 1, "event-1", Earned),
                Earned = Earned,
                Opened = Earned,
                Steps = [],
            },
            Water(badgeClass),
            learner,
            MayExist: false);
    }

    public static BadgeOrder Of(BadgeOrder order, string badgeClass) => order with { MicroCredential = Water(badgeClass) };

    public static BadgeOrder Of(BadgeOrder order, DateTimeOffset earned) => order with { Award = order.Award with { Earned = earned } };

    public static BadgeOrder To(BadgeOrder order, string email) => order with { Learner = order.Learner with { Email = email } };

    public static BadgeOrder To(BadgeOrder order, MicroCredential microCredential) => order with { MicroCredential = microCredential };

    private static MicroCredential Water(string badgeClass) => new()
    {
        Code = "water",
        Version = 1,
        Summary = new() { Title = new("Eau", "Water"), Description = new("Traiter l’eau.", "Treat water.") },
        Assessment = new(80, EnforcedByLms: false),
        Record = new(RecordTargetKind.None),
        Badge = new() { Class = badgeClass },
        Offerings = [],
    };
}
