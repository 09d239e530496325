using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>
/// One completion decided through the hub's own storage after histories of several lengths, with every request to an Azurite of its own
/// counted.
/// </summary>
internal sealed class HistoryBench : IAsyncDisposable
{
    private const string Learner = "benchlearner";

    private readonly AzuriteProcess _azurite;
    private readonly CountingProxy _proxy;
    private readonly ServiceProvider _storage;

    private HistoryBench(AzuriteProcess azurite, CountingProxy proxy, ServiceProvider storage) =>
        (_azurite, _proxy, _storage) = (azurite, proxy, storage);

    public static async Task<HistoryBench> Start(Workspace workspace, CancellationToken cancellation)
    {
        var data = Path.Combine(workspace.Hidden, "bench", "azurite-rules");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var azurite = await AzuriteProcess.StartAsync(workspace.Root, AzuritePorts.Free(), data, cancellationToken: cancellation);
        var (proxy, counted) = await CountingProxy.Start(azurite.ConnectionString, azurite.Ports);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", counted)]).Build();
        return new(azurite, proxy, new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings).BuildServiceProvider());
    }

    public async Task<(IReadOnlyList<HistoryFigures> Histories, IReadOnlyList<OwnFigures> Own)> Run(
        IReadOnlyList<int> sizes,
        Action<int> progress,
        CancellationToken cancellation)
    {
        await _storage.GetRequiredService<StorageSetup>().Run(cancellation);
        var campus = new RuleCampus(sizes.Select(Code));
        var history = new History(StorageClients.Of(_azurite.ConnectionString), Learner);
        var figures = new List<HistoryFigures>();
        foreach (var size in sizes)
        {
            await history.GrowTo(size, progress, cancellation);
            var stages = Stages(campus);
            figures.Add(
                new(
                    size,
                    await Count(() => stages.Decide(Code(size), RuleCampus.Result(1, 85), cancellation)),
                    await Count(() => stages.Stack(Code(size), cancellation)),
                    await Count(() => stages.Decide(Code(size), RuleCampus.Result(2, 90), cancellation))));
        }

        return (figures, await Own(Stages(campus), Code(sizes[0]), cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _proxy.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    private static string Code(int size) => $"practice-{size}";

    private async Task<Cost> Count(Func<Task> work)
    {
        _proxy.Take();
        await work();
        return Cost.Of(_proxy.Take());
    }

    /// <summary>The dossier's own results are the one history that a decision is over.</summary>
    private async Task<IReadOnlyList<OwnFigures>> Own(DecidingStages stages, string code, CancellationToken cancellation)
    {
        var figures = new List<OwnFigures>();
        for (var number = 3; number <= 101; number++)
        {
            var cost = await Count(() => stages.Decide(code, RuleCampus.Result(number, 90), cancellation));
            if (number is 11 or 101)
                figures.Add(new(number - 1, cost));
        }

        return figures;
    }

    private DecidingStages Stages(RuleCampus campus)
    {
        T Get<T>()
            where T : notnull => _storage.GetRequiredService<T>();
        var attention = new AttentionRaiser(
            Get<IAttention>(),
            new(Get<IAttention>(), Get<IPayloads>(), Get<IQueues>(), TimeProvider.System),
            Get<IQueues>(),
            TimeProvider.System);
        var decider = new Decider(
            Get<IDossiers>(),
            new(Get<IAwardIndex>(), Get<ICalendar>(), Get<IQueues>(), attention),
            TimeProvider.System);
        return new(campus, decider, new(campus, Get<IDossiers>(), decider, new(Get<IEventRegister>(), decider)));
    }

    /// <summary>
    /// What the completions stage has done once it knows whose a completion is, and what the milestone's message has done.
    /// </summary>
    private sealed class DecidingStages(RuleCampus campus, Decider decider, DossierHandler dossiers)
    {
        public Task Decide(string code, Evidence evidence, CancellationToken cancellation) =>
            decider.Decide("bench", campus.Institution, Learner, campus.Institution.MicroCredentials[code], new([evidence]), cancellation);

        public Task Stack(string code, CancellationToken cancellation)
        {
            var award = new AwardId(DossierId.Of(RuleCampus.Id, Learner, code), 0);
            var changed = new AwardChanged(award, RuleCampus.CertificateOf(code));
            return dossiers.Handle(changed, Envelope.Of("bench", changed), cancellation);
        }
    }
}
