using IntegrationHub.Connectors.Badges.Recognition;
using IntegrationHub.Console;
using IntegrationHub.Console.Learners;
using IntegrationHub.Core.Badges;
using IntegrationHub.Functions.Http;
using IntegrationHub.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Credentials;

/// <summary>A learner brings a credential from another institution, so that it counts.</summary>
public sealed class RecognitionFunctions(
    PageHandler pages,
    HolderCommands holders,
    OutsideCredentials outside,
    PublicAddresses addresses,
    VerifyTurns turns,
    Absence absence)
{
    /// <summary>Takes the file; says why where it does not count.</summary>
    [Function("HolderRecognition")]
    public Task<IResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "learner/{token}/recognition")] HttpRequest request,
        string token,
        CancellationToken cancellation) => PageHandler.OpenPrivately(request, async page =>
        {
            var view = await holders.Open(token, cancellation);
            var (form, problem) = await pages.Form(request, view is null ? 0 : UploadedCredential.LargestFile);
            if (form is null ? problem == FormProblem.TooLarge : form.Files["file"]?.Length > UploadedCredential.LargestFile)
                return ConsolePages.PublicMessage(page, "holder.record.large", StatusCodes.Status413PayloadTooLarge);
            if (form is null)
                return ConsolePages.FormRefused(page, problem);
            if (view is not { Learner: { } learner })
                return absence.Page(request, page, ClaimLink.Named(token));
            var content = form.Files["file"] is { } file ? await UploadedCredential.Content(file, cancellation) : [];
            return await turns.TakeOfLearner(
                page,
                request,
                async () =>
                {
                    var recognised = await outside.BringOwn(view.Opened.Institution, learner, content, cancellation);
                    var links = new HolderLinks(token, holders.TokenOf, addresses);
                    return recognised.Verdict == RecognitionVerdict.Counts
                        ? PageHandler.SeeOther(request, $"{page.To(links.Home)}&done=recognised")
                        : ConsolePages.RecognitionRefused(page, view, links, $"recognition.{recognised.Verdict}", recognised.Report);
                },
                cancellation);
        });
}
