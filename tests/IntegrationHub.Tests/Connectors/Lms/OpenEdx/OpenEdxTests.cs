using System.Text.Json;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.OpenEdx;

public sealed class OpenEdxTests
{
    private const string Learning = "org.openedx.learning.";
    private static readonly Source Source = Arrived.Source("openedx");

    [Theory]
    [InlineData("created", "downloadable", null, CompletionKind.Completed)]
    [InlineData("changed", "downloadable", "generating", CompletionKind.Completed)]
    [InlineData("created", "generating", "", null)]
    [InlineData("changed", "generating", "downloadable", null)]
    [InlineData("changed", "error", "downloadable", null)]
    [InlineData("changed", "notpassing", "downloadable", CompletionKind.Undone)]
    [InlineData("changed", "unavailable", null, CompletionKind.Undone)]
    [InlineData("changed", "audit_passing", "generating", null)]
    [InlineData("revoked", "unavailable", "downloadable", CompletionKind.Undone)]
    [InlineData("revoked", "notpassing", null, CompletionKind.Undone)]
    public void Only_a_certificate_that_can_be_downloaded_counts_and_one_that_cannot_any_more_is_taken_back(
        string what,
        string status,
        string? before,
        CompletionKind? kind)
    {
        var reading = Read(Certificate(what, status, before));

        reading.Fault.ShouldBeNull();
        reading.Completions.Select(completion => (CompletionKind?)completion.Kind).SingleOrDefault().ShouldBe(kind);
        if (kind is null)
            reading.Ignored.ShouldBe([$"{Learning}certificate.{what}.v1"]);
    }

    [Fact]
    public void A_certificate_names_learner_course_and_event()
    {
        var completion = Read(Certificate("created", "downloadable", null)).Completions.ShouldHaveSingleItem();

        completion.Learner.ShouldBe([
            new(LearnerReferenceKind.LmsId, "42"),
            new(LearnerReferenceKind.Login, "zoe.l"),
            new(LearnerReferenceKind.Email, "zoe@example.ca"),
        ]);
        completion.Courses.ShouldBe(["course-v1:Lac+EAU130+2026"]);
        completion.EventId.ShouldBe("1f3c6e2a-a1a5-11ed-afe6-0242ac140007");
        completion.At.ShouldBe(DateTimeOffset.Parse("2026-01-31T20:28:12Z", null));
        completion.Score.ShouldBe(new Score(0.91m, 0, 1));
    }

    [Theory]
    [InlineData("0.91", 91.0, null)]
    [InlineData("1.0", 100.0, null)]
    [InlineData("", null, null)]
    [InlineData("B+", null, "B+")]
    [InlineData("91", null, null)]
    public void The_grade_of_a_certificate_is_a_share_or_a_letter_or_nothing(string grade, double? percent, string? letter)
    {
        var completion = Read(Certificate("created", "downloadable", null, grade)).Completions.ShouldHaveSingleItem();

        completion.Score?.Percent.ShouldBe((decimal?)percent);
        (completion.Score is null).ShouldBe(percent is null);
        completion.Letter.ShouldBe(letter);
    }

    [Theory]
    [InlineData("openedx_events.learning.data.CertificateData")]
    [InlineData("openedx_events.some.later.place.CertificateData")]
    [InlineData("certificate")]
    public void The_data_is_found_whatever_Python_calls_it_and_in_either_form(string root)
    {
        var json = Certificate("created", "downloadable", null)
            .Replace("openedx_events.learning.data.CertificateData", root, StringComparison.Ordinal);
        var nested = Read(json).Completions.ShouldHaveSingleItem();

        foreach (var reading in new[]
            {
                Arrived.Read(Source, Flat(json, form: true), "application/x-www-form-urlencoded"),
                Arrived.Read(Source, Flat(json, form: false), "application/x-www-form-urlencoded"),
                Arrived.ReadStored(Source, Arrived.Delivery(Flat(json, form: true), "application/x-www-form-urlencoded")),
            })
        {
            var flat = reading.Completions.ShouldHaveSingleItem();
            flat.Learner.ShouldBe(nested.Learner);
            flat.Courses.ShouldBe(nested.Courses);
            (flat.EventId, flat.At, flat.Score, flat.Kind).ShouldBe((nested.EventId, nested.At, nested.Score, nested.Kind));
        }
    }

    [Fact]
    public void A_pass_completes_and_a_pass_that_is_lost_is_a_later_result_and_no_revocation()
    {
        var (pass, fail) = (
            Read(Passing("true")).Completions.ShouldHaveSingleItem(),
            Read(Passing("false")).Completions.ShouldHaveSingleItem());

        (pass.Kind, pass.Passed).ShouldBe((CompletionKind.Completed, true));
        (fail.Kind, fail.Passed, fail.Assessment).ShouldBe((CompletionKind.Assessed, false, null));
        Arrived
            .Read(Source, Flat(Passing("true"), form: true), "application/x-www-form-urlencoded")
            .Completions.ShouldHaveSingleItem()
            .Passed.ShouldBe(true);
    }

    [Fact]
    public void A_pass_that_is_lost_puts_the_award_in_question_and_a_pass_again_settles_it()
    {
        var (pass, lost) = (Later(Passing("true"), 1), Later(Passing("false"), 2));

        States(pass).ShouldBe([AwardState.Valid]);
        States(pass, lost).ShouldBe([AwardState.InQuestion]);
        States(pass, lost, Later(Passing("true"), 3)).ShouldBe([AwardState.Valid]);
    }

    [Fact]
    public void A_certificate_taken_back_puts_the_award_in_question_and_one_given_again_settles_it()
    {
        var (given, taken) = (
            Later(Certificate("created", "downloadable", null), 1),
            Later(Certificate("revoked", "unavailable", null), 2));

        States(given).ShouldBe([AwardState.Valid]);
        States(given, taken).ShouldBe([AwardState.InQuestion]);
        States(given, taken, Later(Certificate("changed", "downloadable", null), 3)).ShouldBe([AwardState.Valid]);
    }

    [Theory]
    [InlineData("0.85", "\"B\"", "\"2026-01-30 10:00:00+00:00\"", 85.0)]
    [InlineData("0.4", "\"\"", "\"2026-01-30 10:00:00+00:00\"", 40.0)]
    [InlineData("0.4", "\"\"", "null", null)]
    [InlineData("0.4", "\"\"", "\"None\"", null)]
    [InlineData("null", "\"B\"", "null", null)]
    public void A_course_grade_counts_once_the_learner_has_passed(string percent, string letter, string passed, double? expected)
    {
        var reading = Read(
            Plugin(
                "course.persistent_grade_summary.changed",
                "PersistentCourseGradeData",
                $$"""
                "user_id":42,"course":{"course_key":"course-v1:Lac+EAU130+2026"},"percent_grade":{{percent}},"letter_grade":{{letter}},
                 "passed_timestamp":{{passed}}
                """));

        reading.Fault.ShouldBeNull();
        reading.Completions.SingleOrDefault()?.Score?.Percent.ShouldBe((decimal?)expected);
        reading.Completions.Count.ShouldBe(expected is null ? 0 : 1);
    }

    [Fact]
    public void Everything_else_of_the_plugin_is_noise_by_its_own_name() =>
        Read(Plugin("auth.session.login.completed", "UserData", "\"id\":42"))
            .Ignored.ShouldBe([$"{Learning}auth.session.login.completed.v1"]);

    [Fact]
    public void A_plugin_event_without_user_course_or_time_is_kept_for_a_person()
    {
        Read(Certificate("created", "downloadable", null).Replace("\"user\"", "\"x\"", StringComparison.Ordinal))
            .Fault.ShouldNotBeNull()
            .ShouldContain("user");
        Read(Passing("true").Replace("course_key", "x", StringComparison.Ordinal)).Fault.ShouldNotBeNull().ShouldContain("course");
        Read(Passing("true").Replace("\"time\"", "\"x\"", StringComparison.Ordinal)).Fault.ShouldNotBeNull().ShouldContain("time");
    }

    [Fact]
    public void Spoilt_plugin_events_never_throw_and_never_complete_what_was_noise()
    {
        Arrived.Spoil(Source, Certificate("created", "downloadable", null));
        Arrived.Spoil(Source, Plugin("auth.session.login.completed", "UserData", "\"id\":42"));
        Arrived.Spoil(Source, Flat(Certificate("created", "downloadable", null), form: true), "application/x-www-form-urlencoded");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("nonsense")]
    public void What_Open_edX_does_not_send_is_kept_for_a_person(string body) => Read(body).Fault.ShouldNotBeNull();

    private static string Later(string plugin, int day) =>
        plugin
            .Replace("2026-01-31 20", $"2026-02-0{day} 20", StringComparison.Ordinal)
            .Replace("1f3c6e2a", $"1f3c6e2{day}", StringComparison.Ordinal);

    // What the rules make of the events, by the policy to ask a person.
    private static IEnumerable<AwardState> States(params string[] bodies) =>
        Rulebook
            .Decide(
                OneInstitution.Only,
                OneInstitution.WaterSampling,
                new([.. bodies.Select(body => Evidence.Of(Read(body).Completions.Single(), Source.Name, "payload"))], [], []))
            .Awards.Select(earned => earned.State);

    private static Reading Read(string body) => Arrived.Read(Source, body);

    private static string Certificate(string what, string status, string? before, string grade = "0.91") =>
        Plugin(
            $"certificate.{what}",
            "CertificateData",
            $$"""
            "user":{"id":42,"is_active":true,"pii":{"username":"zoe.l","email":"zoe@example.ca","name":"Zoé"} },
            "course":{"course_key":"course-v1:Lac+EAU130+2026","display_name":"Eau","start":null,"end":null},
            "mode":"honor","grade":"{{grade}}","download_url":"","name":"Zoé","current_status":"{{status}}","previous_status":{{(
                before is null ? "null" : $"\"{before}\"")}}
            """);

    private static string Passing(string isPassing) =>
        Plugin(
            "course.passing.status.updated",
            "CoursePassingStatusData",
            $$"""
            "is_passing":{{isPassing}},"course":{"course_key":"course-v1:Lac+EAU130+2026"},
            "user":{"id":42,"is_active":true,"pii":{"username":"zoe.l","email":"zoe@example.ca","name":"Zoé"} }
            """);

    private static string Plugin(string name, string type, string data) =>
        $$"""
            {"openedx_events.learning.data.{{type}}":{ {{data}} },
             "event_metadata":{"id":"1f3c6e2a-a1a5-11ed-afe6-0242ac140007","event_type":"org.openedx.learning.{{name}}.v1","minorversion":0,
              "source":"openedx/lms/web","sourcehost":"lms","time":"2026-01-31 20:28:12+00:00","sourcelib":[9,0,0]} }
            """;

    // As the plugin flattens: names joined, every value as Python prints it; its "form" is JSON in older releases.
    private static string Flat(string json, bool form)
    {
        var fields = new Dictionary<string, string>();
        Add("", JsonDocument.Parse(json).RootElement);
        return form
            ? string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))
            : JsonSerializer.Serialize(fields);

        void Add(string name, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in value.EnumerateObject())
                    Add(name.Length == 0 ? member.Name : $"{name}_{member.Name}", member.Value);
            }
            else
            {
                fields[name] = value.ValueKind switch
                {
                    JsonValueKind.Null => "None",
                    JsonValueKind.True => "True",
                    JsonValueKind.False => "False",
                    _ => value.ToString(),
                };
            }
        }
    }
}
