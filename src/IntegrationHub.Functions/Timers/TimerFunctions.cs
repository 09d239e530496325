using IntegrationHub.Catalogue;
using IntegrationHub.Core;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Steps;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Timers;

/// <summary>Starts again what is stuck.</summary>
public sealed class SweepFunction(Sweeper sweeper, Rounds rounds)
{
    /// <summary>Goes through the open awards.</summary>
    [Function("Sweep")]
    public Task Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("Sweep", sweeper.Sweep, cancellation);
}

/// <summary>Does what the calendar says is due.</summary>
public sealed class CalendarFunction(CalendarKeeper keeper, Rounds rounds)
{
    /// <summary>Goes through the days up to today.</summary>
    [Function("Calendar")]
    public Task Run([TimerTrigger("0 40 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("Calendar", keeper.Keep, cancellation);
}

/// <summary>Asks LMSs for what never came.</summary>
public sealed class ReconcileFunction(ReconciliationCommands commands, Rounds rounds)
{
    /// <summary>Begins a reconciliation of every source that has an API.</summary>
    [Function("Reconcile")]
    public Task Run([TimerTrigger("0 10 7 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("Reconcile", commands.BeginAll, cancellation);
}

/// <summary>Deletes raw payloads, and dismissed items, whose time is over.</summary>
public sealed class PurgePayloadsFunction(
    IPayloads payloads,
    AttentionReader attention,
    PipelineOptions options,
    TimeProvider time,
    Rounds rounds)
{
    /// <summary>Goes through the days before the first that is kept.</summary>
    [Function("PurgePayloads")]
    public Task Run([TimerTrigger("0 20 4 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("PurgePayloads", Purge, cancellation);

    private async Task Purge(CancellationToken cancellation)
    {
        await payloads.Purge(time.GetUtcNow().AddDays(-options.PayloadDays), cancellation);
        await attention.Purge(time.GetUtcNow(), cancellation);
    }
}

/// <summary>Tells people of sources that have fallen silent.</summary>
public sealed class SourceSilenceFunction(SilenceWatch silence, Rounds rounds)
{
    /// <summary>Goes through the sources.</summary>
    [Function("SourceSilence")]
    public Task Run([TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("SourceSilence", silence.Look, cancellation);
}

/// <summary>Brings faults in the institutions' files to people; takes the item away when they are mended.</summary>
public sealed class CatalogueFaultsFunction(CatalogueFolder catalogue, AttentionRaiser attention, Rounds rounds)
{
    /// <summary>Compares the files with what people have been told.</summary>
    [Function("CatalogueFaults")]
    public Task Run([TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("CatalogueFaults", Compare, cancellation);

    private Task Compare(CancellationToken cancellation)
    {
        var faulty = catalogue.Faults;
        return TenantByTenant.Each(catalogue.Names, institution =>
            faulty.TryGetValue(institution, out var faults)
                ? attention.RaiseIfChanged(FaultyFiles.Of(institution, faults), cancellation)
                : attention.Settle(FaultyFiles.Of(institution), cancellation));
    }
}

/// <summary>Brings replaced secrets that near their end to people; takes the items away when the files name them no more.</summary>
public sealed class SecretsFunction(SecretWatch watch, Rounds rounds)
{
    /// <summary>Goes through the secrets of all sources.</summary>
    [Function("Secrets")]
    public Task Run([TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("Secrets", watch.Look, cancellation);
}

/// <summary>Measures what metrics show: queues, attention, outside systems, secrets.</summary>
public sealed class QueueMetricsFunction(MetricsSampler sampler, Rounds rounds)
{
    /// <summary>Looks around once.</summary>
    [Function("QueueMetrics")]
    public Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rounds.Go("QueueMetrics", sampler.Look, cancellation);
}
