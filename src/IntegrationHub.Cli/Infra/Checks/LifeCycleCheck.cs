using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// The store itself deletes raw payloads whose time is over, not before the hub does, and nothing else: what is held for a person stays.
/// </summary>
internal static class LifeCycleCheck
{
    private const string File = "infra/modules/containers.bicep";
    private const string Payloads = "payloads";
    private const string DaysSetting = "Pipeline__PayloadDays";

    public static IEnumerable<InfraFault> Faults(Deployment deployment, HubCode code)
    {
        var deleting = deployment.Of(AzureTypes.LifeCycle)
            .SelectMany(policy => policy.At("properties.policy.rules")?.AsArray() ?? [])
            .OfType<JsonObject>()
            .Where(rule => Days(rule) is not null)
            .ToList();
        var prefixes = deleting.SelectMany(Prefixes).ToList();
        if (!prefixes.Exists(prefix => prefix.StartsWith($"{Payloads}/", StringComparison.Ordinal)))
            yield return new(File, Texts.Get("infra.noLifeCycle", Payloads), Texts.Get("infra.lifeCycle"));
        // Days are folders of digits (20261124/…); a prefix that does not begin with a digit would reach what is held.
        foreach (var prefix in prefixes.Where(prefix => prefix.Split('/') is not [Payloads, [>= '0' and <= '9', ..], ..]))
            yield return new(File, Texts.Get("infra.deletesTooMuch", prefix), Texts.Get("infra.lifeCycle"));
        var kept = int.Parse(deployment.Settings.GetValueOrDefault(DaysSetting, "0"), CultureInfo.InvariantCulture);
        foreach (var days in deleting.Select(Days).OfType<int>().Where(days => days <= kept))
            yield return new(File, Texts.Get("infra.deletesTooSoon", days, DaysSetting, kept), Texts.Get("infra.lifeCycle"));
    }

    private static IEnumerable<string> Prefixes(JsonObject rule) =>
        rule["definition"]?["filters"]?["prefixMatch"] is JsonArray { Count: > 0 } prefixes
            ? prefixes.Select(prefix => (string)prefix!)
            : [""];

    private static int? Days(JsonObject rule) =>
        rule["definition"]?["actions"]?["baseBlob"]?["delete"] is JsonObject delete
            ? delete.Select(after => (int?)after.Value).Min()
            : null;
}
