using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Catalogue;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Steps;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Console;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.Tests.Functions.Slices;

/// <summary>Every cause that the app registers.</summary>
public sealed partial class EveryCauseTests
{
    /// <summary>What settles items that offer nothing but to be put aside or dismissed.</summary>
    private static readonly Dictionary<string, string> SettledBy = new()
    {
        ["SystemDown"] = "the system's next answer",
        ["CredentialRefused"] = "the system's next answer",
        ["SecretEnding"] = "the institution's file",
        ["CatalogueFault"] = "the institution's file",
        ["ReconciliationPartial"] = "the next reconciliation",
        ["SourceSilent"] = "the source's next delivery",
    };

    public static TheoryData<string> Names => [.. StoredItems.Causes.Select(cause => cause.Name)];

    [Fact]
    public void Every_cause_is_registered_once_and_known_to_alerts_and_dashboards()
    {
        using var services = new ServiceCollection().AddSlices().AddCatalogue(new ConfigurationBuilder().Build())
            .AddSingleton<IMessageTexts, MessageTexts>().BuildServiceProvider();
        var registered = services.GetServices<Cause>().Select(cause => cause.GetType());

        registered.ShouldBe(StoredItems.Causes.Select(cause => cause.GetType()), ignoreOrder: true);
        Watching.Written["cause"].ShouldBe(StoredItems.Causes.Select(cause => cause.Name), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cause_says_in_both_languages_what_it_is_and_what_to_do(string name)
    {
        var cause = StoredItems.Causes.Single(cause => cause.Name == name);

        foreach (var text in (Core.Model.MicroCredentials.BilingualText[])[cause.Title, cause.Action])
            (text.Fr.Length > 0 && text.En.Length > 0 && text.Fr != text.En).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cause_offers_what_settles_it_unless_that_happens_by_itself(string name)
    {
        var item = Samples.EveryCause.Single(item => item.Cause.Name == name);

        item.Subject.ShouldNotBeOfType<OpaqueSubject>();
        item.Cause.Commands.Count.ShouldBe(item.Commands.Except([ItemCommand.PutAside, ItemCommand.Dismiss]).Count());
        (item.Cause.Commands.Count > 0).ShouldNotBe(SettledBy.ContainsKey(name));
        item.Commands.Contains(ItemCommand.Dismiss).ShouldBe(!item.IsNeeded);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_item_offers_is_reached_from_page_api_and_command_line(string name)
    {
        var item = Samples.EveryCause.Single(item => item.Cause.Name == name);
        var hub = HubCommands.Create(new Workspace("/", _ => null), new Screen(AnsiConsole.Console, TextWriter.Null));

        foreach (var command in item.Commands)
        {
            IsRoute(command.Path(item)).ShouldBeTrue(command.Path(item));
            IsRoute($"/api{command.Path(item)}").ShouldBeTrue(command.Path(item));
            var typed = hub.Parse(command.On switch
            {
                CommandTarget.Award => ["award", command.Name, $"{item.Award}"],
                CommandTarget.Step => [command.Name, $"{item.Award}", $"{item.Step}".ToLowerInvariant()],
                _ => (string[])["attention", command.Name, item.Id],
            });
            typed.CommandResult.Command.Name.ShouldBe(command.Name);
            typed.UnmatchedTokens.ShouldBeEmpty();
        }
    }

    /// <summary>As they were when causes were an enumeration.</summary>
    [Theory]
    [InlineData("UnknownOffering", "canvas", "9999", "6bgjdj45haxlkjog")]
    [InlineData("UnknownLearner", "canvas", "nobody", "lwrcfqsxbc4ct4z6")]
    [InlineData("SystemDown", "Lms~moodle", "", "knrtx5mvwnaqwfq4")]
    [InlineData("SecretEnding", "canvas", "password", "qdyn7d7ydbfc7m7t")]
    [InlineData("SourceSilent", "canvas", "", "flln55fbbyo65dgk")]
    [InlineData("CatalogueFault", "catalogue", "", "24dggkvnm4ge2mhq")]
    [InlineData("MessageFailed", "Channel", "alert", "3rjpvvbkoy4n6foq")]
    [InlineData("StepFailed", "Badge", "lacnord-k3j9-0", "p5uwzfdt5ai5pa3h")]
    [InlineData("ApprovalNeeded", "water", "lacnord-k3j9-0", "cae7zadtfcl3rzw3")]
    [InlineData("PrerequisiteMissing", "water", "l1/water/0", "dnfzcgkkakoetovm")]
    public void An_item_bears_the_id_that_it_always_had(string cause, string source, string fingerprint, string id) =>
        StoredItems.Of(cause, new(source, fingerprint)).Id.ShouldBe(id);

    [Theory]
    [InlineData("SystemDown", "Channel", "Badges")]
    [InlineData("CredentialRefused", "Channel", "Sis")]
    [InlineData("MessageFailed", "Channel", "notices")]
    [InlineData("StepFailed", "Channel", "Badge")]
    public void What_is_wrong_with_the_channel_is_not_told_to_the_channel(string cause, string channel, string other)
    {
        About(channel).Alerts.ShouldBeFalse();
        About(other).Alerts.ShouldBeTrue();

        AttentionItem About(string source) => cause == "StepFailed"
            ? StepFailed.Of(AwardId.Parse("lacnord-k3j9-0"), Enum.Parse<StepName>(source))
            : StoredItems.Of(cause, new(source, ""));
    }

    [Theory]
    [InlineData("StepFailed", true)]
    [InlineData("UnknownOffering", true)]
    [InlineData("MessageFailed", false)]
    public async Task A_retry_sends_one_message_and_settles_only_what_nobody_settles_later(string cause, bool staysOpen)
    {
        var (campus, item) = (new Campus(), Samples.EveryCause.Single(item => item.Cause.Name == cause));
        await campus.Storage.Raise(item, default);
        if (item.Award is { } award)
            await campus.Have(award);

        (await campus.Desk.Retry(item.Institution, item.Id, default)).ShouldBe(RetryVerdict.Sent);

        campus.Waiting.ShouldBe(1);
        campus.Attention.Any(open => open.Id == item.Id).ShouldBe(staysOpen);
    }

    private static bool IsRoute(string path) => Posted.Any(route => route.IsMatch(path));

    private static IEnumerable<Regex> Posted { get; } =
    [
        .. from type in typeof(AttentionActs).Assembly.GetTypes()
           from method in type.GetMethods()
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger?.Methods?.Contains("post") == true
           select new Regex($"^/{Part().Replace(trigger.Route!, "[^/]+")}$"),
    ];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Part();
}
