using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Failures;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Acts;

/// <summary>What came of a person's act, said to whoever asked: a page or the API.</summary>
public abstract record ActOutcome
{
    /// <summary>The answer to a form.</summary>
    public abstract IResult OnPage(PageContext page);

    /// <summary>The answer to an API request.</summary>
    public abstract IResult InApi(HttpRequest request);
}

/// <summary>The act is carried out, or on its way.</summary>
/// <param name="NextPage">The page to go to.</param>
/// <param name="Done">What that page says was done.</param>
/// <param name="Answer">The API's answer, a type of the contract; null where 202 says it all.</param>
public sealed record Accepted(string NextPage, Done Done, object? Answer = null) : ActOutcome
{
    /// <inheritdoc/>
    public override IResult OnPage(PageContext page) => Results.Redirect($"{page.To(NextPage)}&done={Done.ToString().ToLowerInvariant()}");

    /// <inheritdoc/>
    public override IResult InApi(HttpRequest request) =>
        Answer is null ? Results.StatusCode(StatusCodes.Status202Accepted) : ApiAnswers.Json(Answer, StatusCodes.Status202Accepted);
}

/// <summary>Nothing was done.</summary>
/// <param name="Page">The page that says why.</param>
/// <param name="Status">The API's status.</param>
/// <param name="Text">Key of the API's text.</param>
/// <param name="Arguments">What stands in that text.</param>
public sealed record Refused(Func<PageContext, IResult> Page, int Status, string Text, params object?[] Arguments) : ActOutcome
{
    /// <summary>Nothing was done, for one of the problems that pages have words for.</summary>
    public Refused(Problem problem, int status, string text, params object?[] arguments)
        : this(page => ConsolePages.Problem(page, problem), status, text, arguments)
    {
    }

    /// <summary>An act that asks the SIS; refused where that does not answer now.</summary>
    public static async Task<ActOutcome> WhereTheSisIsSilent(Func<Task<ActOutcome>> act)
    {
        try
        {
            return await act();
        }
        catch (OutsideException failure)
        {
            return new Refused(Problem.SisUnavailable, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);
        }
    }

    /// <inheritdoc/>
    public override IResult OnPage(PageContext page) => Page(page);

    /// <inheritdoc/>
    public override IResult InApi(HttpRequest request) => ApiAnswers.Problem(request, Status, Text, Arguments);
}
