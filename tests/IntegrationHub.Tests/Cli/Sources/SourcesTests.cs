using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Api;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Cli;
using IntegrationHub.Tests.Catalogue;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Sources;

public sealed class SourcesTests
{
    private static readonly string Files = Path.Combine(Repository.Root, "src", "IntegrationHub.Sandbox", "Institutions");

    [Fact]
    public async Task Without_a_hub_the_sources_of_the_files_are_listed()
    {
        using var cli = new CliRun();
        (await cli.Run("sources", "--folder", Files)).ShouldBe(0);
        foreach (var said in new[] { "lacnord/canvas", "lacnord/moodle", "signed body (JWT)", "http://localhost:7071/hooks/lacnord/moodle" }
        )
            cli.Output.ShouldContain(said);
    }

    [Fact]
    public async Task A_running_hub_adds_what_it_heard()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/sources", () => Answers.Send(new[] { Answers.Source() })));
        using var cli = hub.Cli();

        (await cli.Run("sources")).ShouldBe(0);
        foreach (var said in new[] { "rive/moodle", "2026-11-24 13:00:00Z", "refused", "active" })
            cli.Output.ShouldContain(said);
        (await cli.Run("sources", "--json")).ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_is_said_and_the_files_are_read_instead()
    {
        using var cli = new CliRun();
        (await cli.Run("sources")).ShouldBe(1);
        cli.Errors.ShouldContain("Read from the files");
    }

    [Fact]
    public async Task A_source_is_shown_with_its_steps_and_why_its_deliveries_were_refused()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/sources", () => Answers.Send(new[] { Answers.Source() })));
        using var cli = hub.Cli();

        (await cli.Run("sources", "show", "moodle")).ShouldBe(0);
        foreach (var said in new[]
            {
                "https://hub.example.ca/hooks/rive/moodle",
                "  1. In Moodle, install the plugin Logstore xAPI",
                "RIVE_USER",
                "has no value",
                "grade_change",
                "not the source’s",
            })
            cli.Output.ShouldContain(said);
    }

    [Fact]
    public async Task The_field_of_a_token_is_the_one_that_the_source_names()
    {
        var source = Answers.Source(kind: "json", authentication: "tokenInBody", purpose: "token");
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/sources", () => Answers.Send(new[] { source })));
        using var cli = hub.Cli();

        (await cli.Run("sources", "show", "moodle")).ShouldBe(0);
        cli.Output.ShouldContain("field clé");
    }

    [Fact]
    public async Task An_unknown_source_is_refused_with_the_names_there_are()
    {
        using var cli = new CliRun();
        (await cli.Run("sources", "show", "moodlee", "--folder", Files)).ShouldBe(1);
        cli.Errors.ShouldContain("“moodlee”");
        cli.Errors.ShouldContain("lacnord/blackboard, lacnord/canvas, lacnord/forms, lacnord/moodle, lacnord/openedx");
    }

    [Fact]
    public async Task A_name_that_several_institutions_use_has_to_be_said_whole()
    {
        SourceResponse[] several = [Answers.Source(), Answers.Source("lacnord")];
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/sources", () => Answers.Send(several)));
        using var cli = hub.Cli();
        (await cli.Run("sources", "show", "moodle")).ShouldBe(1);
        cli.Errors.ShouldContain("rive/moodle, lacnord/moodle");
        (await cli.Run("sources", "show", "lacnord/moodle")).ShouldBe(0);
    }

    [Fact]
    public async Task Secrets_are_printed_once_with_how_to_store_and_how_to_replace_them_and_kept_nowhere()
    {
        using var cli = new CliRun();
        (await cli.Run("sources", "secret", "moodle", "--folder", Files)).ShouldBe(0);
        foreach (var said in new[]
            {
                "LACNORD_MOODLE_USER=moodle-",
                "LACNORD_MOODLE_PASSWORD=",
                "az keyvault secret set --vault-name VAULT --name LACNORD-MOODLE-PASSWORD",
                ".hub/settings.json",
                "password: { current: LACNORD_MOODLE_PASSWORD_2, previous: LACNORD_MOODLE_PASSWORD, until: 2",
            })
            cli.Output.ShouldContain(said);
        Directory.EnumerateFileSystemEntries(cli.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_printed_for_a_replacement_is_what_lint_takes()
    {
        using var files = new SandboxOnDisk();
        using var cli = new CliRun();
        (await cli.Run("sources", "secret", "moodle", "--folder", files.Folder, "--purpose", "password")).ShouldBe(0);
        var line = cli.Output.Split('\n').Single(printed => printed.Contains("previous:", StringComparison.Ordinal)).TrimEnd();

        files.Replace("      password: LACNORD_MOODLE_PASSWORD", line);

        files.Lint().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_has_256_bits_of_chance_and_is_another_each_time()
    {
        var (one, other) = (await Password(), await Password());
        one.ShouldNotBe(other);
        one.ShouldMatch("^[A-Za-z0-9_-]{43}$");
    }

    [Fact]
    public async Task Standard_webhooks_get_their_form_and_a_key_pair_where_one_is_wanted()
    {
        var source = Answers.Source(authentication: "standardWebhooks", purpose: "secret");
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/sources", () => Answers.Send(new[] { source })));
        using var cli = hub.Cli();

        (await cli.Run("sources", "secret", "moodle", "--json")).ShouldBe(0);
        Convert.FromBase64String(Regex.Match(cli.Output, "\"RIVE_USER\": \"whsec_([^\"]+)\"").Groups[1].Value).Length.ShouldBe(32);

        using var again = hub.Cli();
        (await again.Run("sources", "secret", "moodle", "--key-pair", "--json")).ShouldBe(0);
        var made = JsonNode.Parse(again.Output)!;
        var known = Convert.FromBase64String(made["settings"]!["RIVE_USER"]!.GetValue<string>()["whpk_".Length..]);
        var pair = Convert.FromBase64String(made["sender"]!["secret"]!.GetValue<string>()["whsk_".Length..]);
        (known.Length, pair.Length).ShouldBe((32, 64));
        pair[32..].ShouldBe(known);
    }

    [Theory]
    [InlineData("canvas", null, "needs no secret")]
    [InlineData("moodle", "token", "user, password")]
    public async Task A_secret_that_the_source_does_not_have_is_refused(string source, string? purpose, string said)
    {
        using var cli = new CliRun();
        string[] more = purpose is null ? [] : ["--purpose", purpose];
        (await cli.Run(["sources", "secret", source, "--folder", Files, .. more])).ShouldBe(1);
        cli.Errors.ShouldContain(said);
        cli.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ignored", 0)]
    [InlineData("refused", 1)]
    public async Task A_test_waits_for_its_verdict(string verdict, int exit)
    {
        var (asked, test) = (0, new SourceTestResponse(verdict == "ignored" ? "taken" : "notTaken", "t1", 200));
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapGet("/api/sources", () => Answers.Send(new[] { Answers.Source() }));
            app.MapPost("/api/sources/rive/moodle/test", () => Answers.Send(test));
            app.MapGet("/api/sources/rive/moodle", () => Answers.Send(Answers.Source(test: asked++ == 0 ? null : verdict)));
        });
        using var cli = hub.Cli();

        (await cli.Run("sources", "test", "moodle")).ShouldBe(exit);
        cli.Output.ShouldContain($"{verdict}: test.");
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_test_that_only_the_sender_can_make_says_how()
    {
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapGet("/api/sources", () => Answers.Send(new[] { Answers.Source() }));
            app.MapPost("/api/sources/rive/moodle/test", () => Answers.Send(new SourceTestResponse("onlyTheSender", null, null)));
        });
        using var cli = hub.Cli();
        (await cli.Run("sources", "test", "moodle")).ShouldBe(1);
        cli.Output.ShouldContain("Emit records to LRS");
    }

    private static async Task<string> Password()
    {
        using var cli = new CliRun();
        (await cli.Run("sources", "secret", "moodle", "--folder", Files, "--purpose", "password", "--json")).ShouldBe(0);
        return JsonNode.Parse(cli.Output)!["settings"]!["LACNORD_MOODLE_PASSWORD"]!.GetValue<string>();
    }
}
