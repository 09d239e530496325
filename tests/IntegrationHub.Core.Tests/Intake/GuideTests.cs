using IntegrationHub.Testing.Connectors;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Texts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

public sealed class GuideTests
{
    public static TheoryData<string, string> KindsAndSchemes
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in HubKinds.All.Sources)
            {
                foreach (var scheme in HubKinds.All.AuthenticationsOf(kind))
                    all.Add(kind.Name, scheme);
            }

            return all;
        }
    }

    public static TheoryData<string> Kinds => [.. HubKinds.All.Sources.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(KindsAndSchemes))]
    public void Every_kind_and_scheme_has_its_steps_in_both_languages(string kind, string scheme)
    {
        Names(kind, scheme);
        var guide = HubKinds.All.Guide(Source(kind, scheme), new("https://hub.example.ca/hooks/lacnord/lms"));

        guide.ShouldNotBeEmpty();
        foreach (var step in guide.SelectMany(way => way.Steps.Append(way.Name).Append(way.Trigger)))
        {
            step.Fr.ShouldNotBeNullOrWhiteSpace();
            step.En.ShouldNotBeNullOrWhiteSpace();
            (step.Fr + step.En).ShouldNotMatch(@"\{\d\}");
        }

        foreach (var way in guide)
        {
            way.Steps.Count(step => step.En.Contains("https://hub.example.ca/hooks/lacnord/lms", StringComparison.Ordinal))
                .ShouldBe(1, "the address is pasted in one step");
            foreach (var purpose in HubKinds.Secrets(scheme))
                way.Steps.ShouldContain(
                    step =>
                        step.En.Contains($"SETTING_{purpose}", StringComparison.Ordinal)
                        && step.Fr.Contains($"SETTING_{purpose}", StringComparison.Ordinal),
                    $"{kind} says where {purpose} goes");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_that_the_guide_knows_is_told_whole(string kind)
    {
        Names(kind, AuthenticationSchemes.SecretAddress);
        foreach (var scheme in new[] { AuthenticationSchemes.SecretAddress, AuthenticationSchemes.Basic })
            HubKinds.All.Guide(
                Source(kind, scheme),
                new("https://hub.example.ca/hooks/lacnord/lms")).ShouldAllBe(way => way.Steps.Count > 3);
    }

    [Fact]
    public void A_kind_that_sends_in_several_ways_shows_those_that_can_prove_themselves_so()
    {
        HubKinds.All.Guide(Source("moodle", "basic"), new("https://hub.example.ca/")).Select(way => way.Name.En)
            .ShouldContain("Moodle, Logstore xAPI");
        HubKinds.All.Guide(
            Source("moodle", "secretAddress"),
            new("https://hub.example.ca/")).Select(way => way.Name.En).ShouldNotContain("Moodle, Logstore xAPI");
    }

    [Fact]
    public void Of_a_kind_that_the_guide_does_not_know_nothing_is_told() =>
        HubKinds.All.Guide(Source("fax", "basic"), new("https://hub.example.ca/")).ShouldBeEmpty();

    [Fact]
    public void A_scheme_that_one_way_alone_can_take_shows_that_way_alone() =>
        HubKinds.All.Guide(
            Source("moodle", "githubSignature"),
            new("https://hub.example.ca/")).ShouldHaveSingleItem().Name.En.ShouldBe("Moodle, Event Trigger (tool_trigger)");

    [Fact]
    public void The_proof_stands_where_the_product_asks_for_it_and_a_secret_without_a_setting_is_named_by_its_purpose()
    {
        var guide = HubKinds.All.Guide(
            Source("xapi", "basic") with { Secrets = new Dictionary<string, InboundSecret> { ["user"] = new("SETTING_user") } },
            new("https://hub.example.ca/")).ShouldHaveSingleItem();
        guide.Steps.Count.ShouldBe(4);
        guide.Steps[1].En.ShouldContain("SETTING_user");
        guide.Steps[1].En.ShouldContain("password");
    }

    [Theory]
    [InlineData(null, "token")]
    [InlineData("clé", "clé")]
    public void A_token_in_the_body_goes_into_the_field_that_the_source_names(string? tokenAt, string field)
    {
        var settings = tokenAt is null ? new Dictionary<string, string>() : new() { ["tokenAt"] = tokenAt };
        var proof = HubKinds.All.Guide(
            Source("json", "tokenInBody") with { Settings = settings },
            new("https://hub.example.ca/")).ShouldHaveSingleItem().Steps[1];

        proof.En.ShouldEndWith($"field {field}.");
        proof.Fr.ShouldEndWith($"champ {field} du corps.");
    }

    [Theory]
    [InlineData("moodle", "secretAddress", "course_completed badge_awarded badge_revoked", "user_graded")]
    [InlineData(
        "canvas",
        "signedBody",
        "course_completed grade_change grade_override learning_outcome_result_created learning_outcome_result_updated",
        "")]
    [InlineData("brightspace", "secretAddress", "award", "choose the award and grade events")]
    public void What_is_to_be_sent_is_what_counts(string kind, string scheme, string counts, string noise)
    {
        foreach (var way in HubKinds.All.Guide(Source(kind, scheme), new("https://hub.example.ca/")))
        {
            foreach (var said in new[]
                {
                    string.Join('\n', way.Steps.Select(step => step.En)),
                    string.Join('\n', way.Steps.Select(step => step.Fr)),
                })
            {
                foreach (var name in counts.Split(' '))
                    said.ShouldContain(name, Case.Insensitive);
                if (noise.Length > 0)
                    said.ShouldNotContain(noise, Case.Insensitive);
            }
        }
    }

    [Fact]
    public void Everything_that_is_said_of_a_delivery_and_a_source_is_there_in_both_languages()
    {
        foreach (var key in Enum.GetNames<IntakeVerdict>().Select(name => $"source.verdict.{name}")
            .Concat(Enum.GetNames<Admission>().Select(name => $"source.admission.{name}"))
            .Concat(Enum.GetNames<SourceState>().Select(name => $"source.state.{name}"))
            .Concat(Enum.GetNames<TestOutcome>().Select(name => $"source.test.{name}")))
            Text.Both(key).ShouldSatisfyAllConditions(text => text.Fr.ShouldNotBeEmpty(), text => text.En.ShouldNotBeEmpty());
    }

    private static void Names(string kind, string scheme)
    {
        HubKinds.All.Source(kind)!.Title.En.ShouldNotBeEmpty();
        HubKinds.All.Authentication(scheme)!.Title.En.ShouldNotBeEmpty();
    }

    private static Source Source(string kind, string scheme) => new()
    {
        Name = "lms",
        Kind = kind,
        Authentication = scheme,
        Settings = new Dictionary<string, string>(),
        Secrets = HubKinds.Secrets(scheme).ToDictionary(purpose => purpose, purpose => new InboundSecret($"SETTING_{purpose}")),
    };
}
