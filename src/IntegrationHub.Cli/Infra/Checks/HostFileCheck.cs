using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// What host.json says of queues fits what the Functions host does: how much it takes at once, how often and how soon it tries again,
/// and that a claim ends before a message comes again by itself.
/// </summary>
internal static class HostFileCheck
{
    private const string Host = "host.json";
    private const string AppSettings = "infra/modules/app-settings.bicep";
    private const string Section = "extensions.queues";
    private const string Claim = "Pipeline__Claim";
    private const string Manual = "https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue#host-json";
    private const string LeaseSource = "https://github.com/Azure/azure-webjobs-sdk/issues/1040";

    /// <summary>How long the host hides a message that is being processed; no setting changes it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Least = TimeSpan.FromTicks(1);

    private static readonly (string Name, string From, string To, Func<string?, bool> Fits)[] Queues =
    [
        ("batchSize", "1", "32", value => value is null || IsBetween(value, 1, 32)),
        ("newBatchThreshold", "0", "32", value => value is null || IsBetween(value, 0, 32)),
        // With 1, what fails once is poison; the host knows no retries but these.
        ("maxDequeueCount", "2", "20", value => value is null || IsBetween(value, 2, 20)),
        // The delay after a failure, not the lease; the default is 0, with which all attempts are used up within a second.
        ("visibilityTimeout", "00:00:01", "00:05:00", value => IsBetween(value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5))),
        ("maxPollingInterval", "00:00:00.100", "00:01:00", value =>
            value is null || IsBetween(value, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1))),
        // The hub decodes messages itself, so that what is not base64 reaches it too.
        ("messageEncoding", "none", "none", value => value == "none"),
    ];

    public static IEnumerable<InfraFault> Faults(HubCode code)
    {
        var queues = code.Host?["extensions"]?["queues"];
        foreach (var (name, from, to, fits) in Queues)
        {
            if (Text(queues?[name]) is var value && !fits(value))
                yield return new(
                    Host,
                    Texts.Get("infra.value", Host, $"{Section}.{name}", value ?? "—"),
                    from == to
                        ? Texts.Get("infra.setValue", $"{Section}.{name}", from)
                        : Texts.Get("infra.setBetween", $"{Section}.{name}", from, to, Manual));
        }
    }

    public static IEnumerable<InfraFault> Faults(Deployment deployment)
    {
        if (deployment.Settings.GetValueOrDefault(Claim) is { } claim && !IsBetween(claim, Least, Lease - Least))
            yield return new(
                AppSettings,
                Texts.Get("infra.longClaim", Claim, claim, deployment.File),
                Texts.Get("infra.shortenClaim", Claim, LeaseSource));
    }

    private static string? Text(JsonNode? value) => value?.ToString();

    private static bool IsBetween(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;

    private static bool IsBetween(string? text, TimeSpan least, TimeSpan most) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
}
