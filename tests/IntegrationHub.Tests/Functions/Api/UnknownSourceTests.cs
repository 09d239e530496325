using System.Text;
using IntegrationHub.Api;
using IntegrationHub.Core.Learners;
using IntegrationHub.Functions.Api;
using IntegrationHub.Testing.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Api;

public sealed class UnknownSourceTests
{
    private const string Key = "open-sesame";

    private static readonly IdentityTableRequest Table =
        new(OneInstitution.Id, "moodel", [new(2, "900100005", "5005", null, null)], Last: true);

    private static readonly IdentityRequest Request = new(OneInstitution.Id, "moodel", "lmsId", "5005", "900100005");

    private readonly IdentityFunctions _functions = new(
        new(new(new ConfigurationBuilder().AddInMemoryCollection([new("Hub:AdminKey", Key)]).Build())),
        new IdentityCommands(null!, null!, new OneInstitution(), null!, null!, null!, null!),
        new OneInstitution());

    [Fact]
    public async Task Whoever_names_an_unknown_source_reads_which_is_the_source_and_which_the_institution()
    {
        var cancellation = TestContext.Current.CancellationToken;
        IResult[] refused =
        [
            await _functions.Add(Asked(Request), cancellation),
            await _functions.Find(Asked(Request), cancellation),
            await _functions.Load(Asked(Table), cancellation),
        ];

        foreach (var answer in refused)
            answer.ShouldBeOfType<ProblemHttpResult>().ProblemDetails.Detail
                .ShouldBe("There is no source “moodel” in the institution “lacnord”.");
    }

    private static HttpRequest Asked<T>(T body)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = $"Bearer {Key}";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(body, HubJson.Options)));
        return request;
    }
}
