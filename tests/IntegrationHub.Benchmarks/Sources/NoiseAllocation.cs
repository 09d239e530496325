using IntegrationHub.Connectors;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>
/// Bytes that the hub's own code allocates for a noise event: checked, recognised, counted; the web server's share is not in it.
/// </summary>
internal static class NoiseAllocation
{
    private const int Deliveries = 2000;

    public static async Task<IReadOnlyDictionary<string, double>> Measure(CancellationToken cancellation)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ISecrets, OneSecret>()
            .AddSingleton<IQueues, NoQueues>()
            .AddSingleton<IInstitutions, OneInstitution>()
            .AddConnectors()
            .AddSingleton<IEventRegister, NoRegister>()
            .AddSingleton<SourceRateLimit>()
            .AddSingleton<SourceAdmission>()
            .AddSingleton<DeliveryJournal>()
            .AddSingleton<DuplicateCheck>()
            .AddSingleton<Intake>()
            .BuildServiceProvider();
        var intake = services.GetRequiredService<Intake>();
        var bytes = new Dictionary<string, double>();
        foreach (var sample in NoiseSample.All)
        {
            await Take(intake, sample, cancellation);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await Take(intake, sample, cancellation);
            bytes[sample.Kind] = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Deliveries / sample.Events;
        }

        return bytes;
    }

    private static async Task Take(Intake intake, NoiseSample sample, CancellationToken cancellation)
    {
        var delivery = sample.Delivery(OneSecret.Value);
        for (var at = 0; at < Deliveries; at++)
        {
            // A copy, as every request has its own: what one delivery remembers must not serve the next.
            var answer = await intake.Take(
                OneInstitution.Id,
                sample.Kind,
                delivery with
                {
                    MostUnpacked = delivery.MostUnpacked,
                },
                cancellation);
            if (answer.Verdict != IntakeVerdict.Ignored)
                throw new InvalidOperationException($"The noise sample of '{sample.Kind}' was {answer.Verdict}: {answer.Reading?.Fault}");
        }
    }

    private sealed class OneSecret : ISecrets
    {
        public const string Value = "a-key-of-the-bench";

        public string Find(string institution, string setting) => Value;
    }

    private sealed class NoQueues : IQueues
    {
        public Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation) =>
            throw new InvalidOperationException("Noise was kept.");
    }

    private sealed class NoRegister : IEventRegister
    {
        public Task<RegisteredEvent?> Find(EventKey key, CancellationToken cancellation) =>
            throw new InvalidOperationException("Noise was looked up.");

        public Task<RegisteredEvent?> Save(EventKey key, RegisteredEvent entry, CancellationToken cancellation) =>
            throw new InvalidOperationException("Noise was registered.");
    }

    private sealed class OneInstitution : IInstitutions
    {
        public const string Id = "bench";

        private static readonly Institution Only = new()
        {
            Id = Id,
            Name = new(Id, Id),
            TimeZone = "UTC",
            Pepper = Id,
            Connections = new Dictionary<ConnectionRole, Connection>(),
            MicroCredentials = new Dictionary<string, MicroCredential>(),
            Sources = NoiseSample.All.ToDictionary(sample => sample.Kind, sample => sample.Source),
        };

        public IReadOnlyCollection<Institution> All => [Only];

        public IReadOnlyCollection<string> Names => [Id];

        public InstitutionState Find(string id, out Institution? institution)
        {
            institution = Only;
            return InstitutionState.InForce;
        }
    }
}
