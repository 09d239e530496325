using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// host.json, the functions' attributes and the code's list speak of the same queues, and of settings that there are.
/// </summary>
internal static class TriggersCheck
{
    private const string Host = "host.json";
    private const string Functions = "src/IntegrationHub.Functions";

    public static IEnumerable<InfraFault> Faults(HubCode code)
    {
        var listened = code.Triggers.Where(trigger => trigger.Kind == "Queue").ToList();
        foreach (var trigger in listened.Where(trigger => !code.Queues.Contains(trigger.Value)))
            yield return new(
                Functions,
                Texts.Get("infra.strangeQueue", trigger.Function, trigger.Value),
                Texts.Get("infra.nameQueue", trigger.Value));
        foreach (var queue in code.Queues.Where(queue => !listened.Exists(trigger => trigger.Value == queue)))
            yield return new(Functions, Texts.Get("infra.deafQueue", queue), Texts.Get("infra.listen", queue));
        foreach (var trigger in code.Triggers.Where(trigger =>
                trigger.Kind == "Timer" && trigger.Value is ['%', .., '%'] && !code.Settings.ContainsKey(trigger.Value.Trim('%'))))
            yield return new(
                Functions,
                Texts.Get("infra.strangeSchedule", trigger.Function, trigger.Value),
                Texts.Get("infra.addToSample", trigger.Value.Trim('%')));
        // Where host.json lists functions, only those run.
        foreach (var trigger in listened.Where(trigger =>
                code.Host?["functions"] is { } only && !only.AsArray().Any(name => (string?)name == trigger.Function)))
            yield return new(
                Host,
                Texts.Get("infra.notListed", trigger.Function, trigger.Value),
                Texts.Get("infra.list", trigger.Function));
    }
}
