using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>The part <c>extensions.queues</c> of host.json, and the lease.</summary>
/// <param name="BatchSize">Messages fetched at once.</param>
/// <param name="NewBatchThreshold">The next batch is fetched when no more than this many messages are in work.</param>
/// <param name="MaxDequeueCount">Deliveries before a message is poison.</param>
/// <param name="VisibilityTimeout">How long a message waits after a failure.</param>
/// <param name="MaxPollingInterval">The longest pause between two looks at an empty queue.</param>
/// <param name="Base64">Whether messages are base64 on the wire.</param>
/// <param name="Lease">How long a message stays hidden while it is in work, unless renewed.</param>
internal sealed record QueueSettings(
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    TimeSpan VisibilityTimeout,
    TimeSpan MaxPollingInterval,
    bool Base64,
    TimeSpan Lease)
{
    public const string LeaseKey = "EmbeddedHost:Lease";
    private static readonly TimeSpan RealLease = TimeSpan.FromMinutes(10);

    public static QueueSettings Read(IConfiguration hostJson, IConfiguration app, Faults faults)
    {
        var read = new SettingReader(hostJson.GetSection("extensions:queues"), "host.json: extensions.queues.", faults);
        var batchSize = read.Integer("batchSize", 16, 1, 32);
        return new(
            batchSize,
            read.Integer("newBatchThreshold", batchSize * Environment.ProcessorCount / 2, 0, 10_000),
            read.Integer("maxDequeueCount", 5, 1, 1_000),
            read.Duration("visibilityTimeout", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromDays(7)),
            read.Duration("maxPollingInterval", TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            read.OneOf("messageEncoding", "base64", "none") == "base64",
            new SettingReader(app, "Setting ", faults).Duration(LeaseKey, RealLease, TimeSpan.FromSeconds(1), RealLease));
    }
}
