using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using Pipeline = IntegrationHub.Testing.Pipeline.Campus;

namespace IntegrationHub.Tests.Connectors.Lms.OpenEdx;

/// <summary>
/// A certificate is a pass where the LMS enforces the threshold, unless its own grade says otherwise, or nothing that compares.
/// </summary>
public sealed class CertificateGradeTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("Pass", true)]
    [InlineData("Réussi", true)]
    [InlineData("0.85", true)]
    [InlineData("0.62", false)]
    public async Task One_whose_grade_compares_or_is_a_pass_decides(string grade, bool isAwarded)
    {
        var campus = await Deliver(Certificate("honor", grade), new(80, EnforcedByLms: true));

        (campus.Award is not null).ShouldBe(isAwarded);
        campus.Attention.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("62", "62")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("F", null)]
    [InlineData("B+", null)]
    public async Task One_whose_grade_compares_with_nothing_is_told_and_awards_nothing(string grade, string? figure)
    {
        var campus = await Deliver(Certificate("honor", grade), new(80, EnforcedByLms: true));

        campus.Award.ShouldBeNull();
        var item = campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<UncertainResult>();
        item.Detail.ShouldBe(figure);
    }

    [Theory]
    [InlineData("B+", true)]
    [InlineData("F", false)]
    public async Task A_letter_decides_where_it_is_stated_which_pass(string grade, bool isAwarded)
    {
        var campus = await Deliver(Certificate("verified", grade), new(80, EnforcedByLms: true) { PassingLetters = ["A", "B+"] });

        (campus.Award is not null).ShouldBe(isAwarded);
        campus.Attention.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.9")]
    public void One_in_audit_mode_is_none(string grade)
    {
        var reading = Arrived.Read(Arrived.Source("openedx"), Certificate("audit", grade));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldBe([new("org.openedx.learning.certificate.created.v1")]);
    }

    private static async Task<Pipeline> Deliver(string certificate, Assessment assessment)
    {
        var campus = new Pipeline(OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                ["water-sampling"] = OneInstitution.WaterSampling with { Assessment = assessment },
            },
        });
        var completion = Arrived.Read(Arrived.Source("openedx"), certificate).Completions.ShouldHaveSingleItem();
        await campus.Deliver(completion with { Learner = [new(LearnerReferenceKind.StudentNumber, "900100001")] });
        await campus.Work();
        return campus;
    }

    private static string Certificate(string mode, string grade) =>
        $$"""
        {"openedx_events.learning.data.CertificateData":{"user":{"id":42},"course":{"course_key":"{{OneInstitution.Course}}"},
         "mode":"{{mode}}","grade":"{{grade}}","current_status":"downloadable","previous_status":null},
         "event_metadata":{"id":"6d0d1a58-6c8c-4a38-8f0b-2b6a4ad27c12","event_type":"org.openedx.learning.certificate.created.v1",
          "time":"2026-11-01T13:41:33+00:00"} }
        """;
}
