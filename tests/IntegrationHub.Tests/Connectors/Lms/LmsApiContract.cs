using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>What every connector to an LMS's API promises.</summary>
public abstract class LmsApiContract(Campus campus) : IAsyncLifetime
{
    /// <summary>Name of the LMS: the API's kind, and its path in the sandbox.</summary>
    protected abstract string Lms { get; }

    protected abstract string UserId(int learner);

    internal Campus Campus => campus;

    internal ILmsApi Api => campus.Hub.Api(Lms);

    internal Connection Connection => campus.Api(Lms);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await campus.Heal();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_user_has_student_number_login_and_address() =>
        (await Api.FindUser(campus.Institution, Connection, UserId(0), Cancellation))
            .ShouldBe(new LmsUser(UserId(0), "900100001", "s900100001", "amelie.gagnon@example.ca"));

    [Fact]
    public async Task A_user_without_student_number_has_the_others()
    {
        var user = (await Api.FindUser(campus.Institution, Connection, UserId(12), Cancellation)).ShouldNotBeNull();

        user.References()
            .Select(reference => reference.Kind)
            .ShouldBe([LearnerReferenceKind.LmsId, LearnerReferenceKind.Login, LearnerReferenceKind.Email]);
    }

    [Theory]
    [InlineData("424242")]
    [InlineData("no number")]
    public async Task An_id_that_the_LMS_does_not_know_leads_to_nobody(string id) =>
        (await Api.FindUser(campus.Institution, Connection, id, Cancellation)).ShouldBeNull();

    [Theory]
    [InlineData(503, OutsideFault.Unavailable)]
    [InlineData(429, OutsideFault.Throttled)]
    [InlineData(401, OutsideFault.Unauthorised)]
    public async Task A_failure_says_what_is_wrong_and_names_nobody(int status, OutsideFault expected)
    {
        await campus.Fail(new { system = Lms, effect = "status", status });

        var fault = await Should.ThrowAsync<OutsideException>(() => Api.FindUser(campus.Institution, Connection, UserId(0), Cancellation));

        fault.Fault.ShouldBe(expected);
        fault.ToString().ShouldNotContain(UserId(0));
        fault.ToString().ShouldNotContain("-token");
    }

    [Fact]
    public async Task A_token_that_is_not_set_is_told_by_the_name_of_its_setting()
    {
        var unset = Connection with { Secrets = new Dictionary<string, string> { ["token"] = "NOT_SET" } };

        var fault = await Should.ThrowAsync<OutsideException>(() => Api.FindUser(campus.Institution, unset, UserId(0), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Unauthorised);
        fault.Message.ShouldContain("'NOT_SET'");
    }

    [Fact]
    public async Task A_wrong_token_is_told_as_such()
    {
        var wrong = Connection with { Secrets = new Dictionary<string, string> { ["token"] = "ETHOS" } };

        (await Should.ThrowAsync<OutsideException>(() => Api.FindUser(campus.Institution, wrong, UserId(0), Cancellation))).Fault.ShouldBe(
            OutsideFault.Unauthorised);
    }
}

public sealed class CanvasApiOnTheSandbox(Campus campus) : LmsApiContract(campus), IClassFixture<Campus>
{
    protected override string Lms => "canvas";

    protected override string UserId(int learner) => Campus.Learner(learner)["canvasId"]!.ToString();

    [Theory]
    [InlineData("uuid:Q7mZt0VbXc2LwPfKs9Ry4HnJd8Ga1EuToIiB6vWk")]
    [InlineData("sis_user_id:A00123")]
    public async Task A_failure_names_nobody_in_whichever_way_the_user_was_asked_for(string id)
    {
        await Campus.Fail(new { system = "canvas", effect = "status", status = 401 });

        var fault = await Should.ThrowAsync<OutsideException>(() => Api.FindUser(Campus.Institution, Connection, id, Cancellation));

        fault.Message.ShouldStartWith("Canvas answered 401 to GET /canvas/api/v1/users/…: ");
    }

    [Fact]
    public async Task A_403_that_speaks_of_the_rate_is_no_refused_credential()
    {
        await Campus.Fail(new { system = "canvas", effect = "status", status = 403, message = "403 Forbidden (Rate Limit Exceeded)" });

        (
            await Should.ThrowAsync<OutsideException>(() => Api.FindUser(Campus.Institution, Connection, UserId(0), Cancellation))
        ).Fault.ShouldBe(OutsideFault.Throttled);
    }
}

public sealed class MoodleApiOnTheSandbox(Campus campus) : LmsApiContract(campus), IClassFixture<Campus>
{
    protected override string Lms => "moodle";

    protected override string UserId(int learner) => Campus.Learner(learner)["moodleId"]!.ToString();
}
