using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Directory;

public sealed class DirectoryOnTheSandbox(Campus campus) : IClassFixture<Campus>, IAsyncLifetime
{
    private const string Student = "900100001";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Theory]
    [InlineData(null, LearnerReferenceKind.Email, "Amelie.Gagnon@example.ca")]
    [InlineData(null, LearnerReferenceKind.Login, "s900100001@lacnord.example.ca")]
    [InlineData("employeeId", LearnerReferenceKind.StudentNumber, Student)]
    [InlineData("mail extensionAttribute2", LearnerReferenceKind.Login, "s900100001")]
    public async Task A_user_is_found_by_the_attributes_that_the_connection_names(string? find, LearnerReferenceKind kind, string value) =>
        (await Ask(With(("find", find)), new(kind, value))).ShouldBe([Student]);

    [Fact]
    public async Task The_student_number_stands_where_the_connection_says() =>
        (await Ask(With(("studentNumber", "extensionAttribute1")), new(LearnerReferenceKind.Email, "amelie.gagnon@example.ca"))).ShouldBe([
            Student,
        ]);

    [Theory]
    [InlineData("mail", "nobody@example.ca")]
    [InlineData("mail", "o'connor' or mail eq 'amelie.gagnon@example.ca")]
    [InlineData("mail", "fatou.ndiaye@example.ca")]
    public async Task Who_has_no_account_is_not_found(string find, string address) =>
        (await Ask(With(("find", find)), new(LearnerReferenceKind.Email, address))).ShouldBeEmpty();

    [Fact]
    public async Task An_id_of_the_LMS_is_never_taken_for_a_number_of_the_institution()
    {
        await campus.Forget();

        (await Ask(With(("find", "employeeId")), new(LearnerReferenceKind.LmsId, Student))).ShouldBeEmpty();

        (await campus.Requests("graph", "GET", "/users")).ShouldBe(0);
    }

    [Fact]
    public async Task A_directory_that_ignores_the_filter_hands_us_nobody_else()
    {
        await using var graph = await Vendor.Start(app =>
        {
            app.MapPost("/token", () => new
                {
                    token_type = "Bearer",
                    expires_in = 3600,
                    access_token = "a.b.c",
                });
            app.MapGet("/v1.0/users", () => new
                {
                    value = new[]
                    {
                        new
                        {
                            id = "1",
                            mail = "somebody.else@example.ca",
                            employeeId = "900100999",
                        },
                    },
                });
        });
        var connection = graph.Instead(campus.Connection(ConnectionRole.Directory));
        connection = connection with
        {
            Settings = new Dictionary<string, string>(connection.Settings)
            {
                ["tokenAddress"] = new Uri(connection.Address!, "/token").AbsoluteUri,
            },
        };

        (
            await graph
                .Hub.Directory("graph")
                .StudentNumbers(
                    campus.Institution,
                    connection,
                    [new(LearnerReferenceKind.Email, "amelie.gagnon@example.ca")],
                    TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(503, OutsideFault.Unavailable)]
    [InlineData(403, OutsideFault.Unauthorised)]
    public async Task A_failure_names_no_person(int status, OutsideFault expected)
    {
        await campus.Fail(
            new
            {
                system = "graph",
                effect = "status",
                method = "GET",
                status,
            });

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Ask(With(), new(LearnerReferenceKind.Email, "amelie.gagnon@example.ca")));

        fault.Fault.ShouldBe(expected);
        fault.ToString().ShouldNotContain("amelie");
    }

    private Connection With(params (string Name, string? Value)[] settings)
    {
        var connection = campus.Connection(ConnectionRole.Directory);
        var all = new Dictionary<string, string>(connection.Settings);
        foreach (var (name, value) in settings.Where(setting => setting.Value is not null))
            all[name] = value!;
        return connection with { Settings = all };
    }

    private Task<IReadOnlyList<string>> Ask(Connection connection, LearnerReference reference) =>
        campus.Hub.Directory("graph").StudentNumbers(campus.Institution, connection, [reference], TestContext.Current.CancellationToken);
}
