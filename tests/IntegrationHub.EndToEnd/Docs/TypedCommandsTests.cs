using System.Text.RegularExpressions;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Sandbox.Faults;
using IntegrationHub.Testing;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.EndToEnd.Docs;

/// <summary>What the pages have people type beside a hub of their own does what they say.</summary>
public sealed partial class TypedCommandsTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task What_the_README_has_one_try_sends_a_completion_and_lets_the_failed_step_go_on()
    {
        var learner = hub.Campus.NewLearner();
        hub.Campus.Fail("ethos", FaultEffect.Status, "student-unverified-grades", "POST", status: 400);
        await hub.Complete(learner, "CYB120");
        var failed = await hub.AwardOf(learner, award => award.Step("transcript")?.State == "failed");

        await TypeAll("README.md", "Then try:", failed.Id);

        await hub.DoneAwardOf(learner);
        await RunningHub.Until(async () =>
            (await hub.Api.Awards(cancellation: CancellationToken.None)).Any(award => award.Learner == "900100408"));
    }

    [Theory]
    [InlineData("docs/developing.md", "## The sandbox campus")]
    [InlineData("docs/sources.md", "## Try each kind in the sandbox")]
    [InlineData("docs/guide-lms.md", "## Essayer chaque type dans le campus d’essai")]
    public Task What_a_page_shows_of_the_sandbox_can_be_typed(string page, string heading) => TypeAll(page, heading, "");

    private async Task TypeAll(string page, string after, string award)
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, page))).Split(after, 2)[1];
        var lines = Typed().Matches(text.Split("\n```\n", 3)[1]).Select(found => found.Groups["line"].Value.Trim()).ToList();
        lines.Count.ShouldBeGreaterThan(1);
        foreach (var line in lines)
            await Type(line.Replace("ID", award, StringComparison.Ordinal));
    }

    private async Task Type(string line)
    {
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(said),
            });
        var workspace = new Workspace(Repository.Root, name => name switch
            {
                "HUB_URL" => hub.Settings["PublicBaseUrl"],
                "HUB_ADMIN_KEY" => hub.AdminKey,
                "SANDBOX_URL" => hub.Settings["SandboxUrl"],
                _ => null,
            });
        var code = await HubCommands
            .Create(workspace, new Screen(console, said))
            .Parse(line)
            .InvokeAsync(
                new()
                {
                    EnableDefaultExceptionHandler = false,
                    Output = said,
                    Error = said,
                });
        code.ShouldBe(0, $"{line}\n{said}");
    }

    [GeneratedRegex(@"^\./hub (?<line>[^#\n]+)", RegexOptions.Multiline)]
    private static partial Regex Typed();
}
