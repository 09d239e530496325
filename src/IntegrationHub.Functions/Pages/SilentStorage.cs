using IntegrationHub.Console;
using IntegrationHub.Core.Failures;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Pages;

/// <summary>What needs a storage which does not answer: 503 with Retry-After, and a page or a problem that says so.</summary>
internal static class SilentStorage
{
    public static IResult Or(HttpRequest request, Func<IResult> page)
    {
        try
        {
            return page();
        }
        catch (Exception failure) when (IsSilence(failure))
        {
            return Later(request);
        }
    }

    public static async Task<IResult> Or(HttpRequest request, Func<Task<IResult>> page)
    {
        try
        {
            return await page();
        }
        catch (Exception failure) when (IsSilence(failure))
        {
            return Later(request);
        }
    }

    public static async Task<IResult> OrProblem(HttpRequest request, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception failure) when (IsSilence(failure))
        {
            RetryLater.Say(request);
            return ApiAnswers.Problem(request, StatusCodes.Status503ServiceUnavailable, "api.storageSilent");
        }
    }

    /// <summary>Data Protection, which reads its keys there, wraps what it meets.</summary>
    private static bool IsSilence(Exception? failure) =>
        failure is not null && (failure is StorageSilentException || IsSilence(failure.InnerException));

    private static IResult Later(HttpRequest request)
    {
        RetryLater.Say(request);
        return ConsolePages.PublicMessage(request.HttpContext.FormlessPage(), "page.silent", StatusCodes.Status503ServiceUnavailable);
    }
}
