using System.CommandLine;
using System.Reflection;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Functions.Acts;
using Microsoft.Azure.Functions.Worker;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.Tests.Functions.Acts;

/// <summary>An act exists once, and everybody reaches it.</summary>
public sealed class EveryActTests
{
    private const string Item = "attention/{institution}/{id}/";
    private const string Award = "awards/{id}/";

    private static readonly RootCommand Hub =
        HubCommands.Create(new Workspace("/", _ => null), new Screen(AnsiConsole.Console, TextWriter.Null));

    [Fact]
    public void An_act_on_an_attention_item_is_reached_from_page_api_and_command_line()
    {
        string[] acts =
        [
            .. MethodsOf<AttentionActs>().Select(act => act == nameof(AttentionActs.PutAside) ? "aside" : act.ToLowerInvariant()),
        ];

        Posted(Item).ShouldBe(acts, ignoreOrder: true);
        Posted($"api/{Item}").ShouldBe(acts, ignoreOrder: true);
        Subcommands("attention").ShouldBe(acts, ignoreOrder: true);
    }

    [Fact]
    public void An_act_on_an_award_is_reached_from_page_api_and_command_line()
    {
        string[] acts = ["acts/{act}", "move", "replay/{step}"];

        MethodsOf<AwardActs>().Except([nameof(AwardActs.Merge)]).Count().ShouldBe(acts.Length);
        Posted(Award).ShouldBe(acts, ignoreOrder: true);
        Posted($"api/{Award}").ShouldBe(acts, ignoreOrder: true);
        Subcommands("award").ShouldBe([.. AwardActs.Names, "move"], ignoreOrder: true);
        Hub.Subcommands.ShouldContain(command => command.Name == "replay");
    }

    private static IEnumerable<string> MethodsOf<T>() =>
        typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name);

    private static IEnumerable<string> Posted(string prefix) =>
        from type in typeof(AttentionActs).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger?.Methods?.Contains("post") == true && trigger.Route!.StartsWith(prefix, StringComparison.Ordinal)
        select trigger.Route![prefix.Length..].Replace("?}", "}", StringComparison.Ordinal);

    private static IEnumerable<string> Subcommands(string name) =>
        Hub.Subcommands.Single(command => command.Name == name).Subcommands.Select(command => command.Name);
}
