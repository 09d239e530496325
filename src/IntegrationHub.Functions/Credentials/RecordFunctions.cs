using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Console;
using IntegrationHub.Console.Learners;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;
using IntegrationHub.Functions.Http;
using IntegrationHub.Functions.Pages;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Credentials;

/// <summary>All of a learner's badges as one signed record, with badges from elsewhere that verify.</summary>
public sealed class RecordFunctions(
    PageHandler pages,
    HolderCommands holders,
    HubVerifier verifier,
    LearnerRecords records,
    PublicAddresses addresses,
    VerifyTurns turns,
    Absence absence)
{
    private const int Limit = HolderLinks.MostFiles * UploadedCredential.LargestFile * 4 / 3;

    /// <summary>Makes the record; where something that was brought cannot be joined, says so first.</summary>
    [Function("HolderRecord")]
    public Task<IResult> Make(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "learner/{token}/record")] HttpRequest request,
        string token,
        CancellationToken cancellation) => PageHandler.OpenPrivately(request, async page =>
        {
            var view = await holders.Open(token, cancellation);
            var (form, problem) = await pages.Form(request, view is null ? 0 : Limit);
            if (form is null)
                return problem == FormProblem.TooLarge ? TooLarge(page) : ConsolePages.FormRefused(page, problem);
            if (view is not { Opened.Institution.Issuer: not null })
                return absence.Page(request, page, ClaimLink.Named(token));
            var files = await Files(form, cancellation);
            if (files.Count > HolderLinks.MostFiles)
                return ConsolePages.PublicMessage(page, "holder.record.many", StatusCodes.Status400BadRequest, HolderLinks.MostFiles);
            if (files.Exists(file => file.Content.Length > UploadedCredential.LargestFile))
                return TooLarge(page);
            return await turns.TakeOfLearner(page, request, () => Joined(page, token, view, files, cancellation), cancellation);
        });

    private async Task<IResult> Joined(
        PageContext page,
        string token,
        HolderView view,
        List<(string Name, byte[] Content)> files,
        CancellationToken cancellation)
    {
        var looked = await Look(files, view.Learner?.Email, cancellation);
        return looked.TrueForAll(badge => badge.IsJoinable)
            ? Results.Bytes(Record(view, looked, page.Language), PublicDocument.Json, page.Say("holder.record.file"))
            : ConsolePages.RecordRefused(page, view, new(token, holders.TokenOf, addresses), looked);
    }

    private byte[] Record(HolderView view, List<BroughtBadge> joined, string language) =>
        records.Make(
            view.Opened.Institution,
            view.Opened.Credential,
            [.. view.All.Select(one => one.Credential)],
            [
                .. joined
                    .ExceptBy(view.All.Select(one => addresses.Credential(one.Credential.Id).AbsoluteUri), badge => badge.Report.Facts?.Id)
                    .Select(Joined),
            ],
            language);

    /// <summary>Signed JSON stands in the record to the letter, a JWT in an envelope.</summary>
    private static JsonElement Joined(BroughtBadge badge)
    {
        var file = BadgeFile.Open(badge.Content);
        return file.Kind == BadgeFileKind.Jwt
            ? EnvelopedCredential.Of(Encoding.ASCII.GetString(file.Credential.Span).Trim())
            : JsonElement.Parse(file.Credential.Span);
    }

    private async Task<List<BroughtBadge>> Look(List<(string Name, byte[] Content)> files, string? address, CancellationToken cancellation)
    {
        var looked = new List<BroughtBadge>();
        foreach (var (name, content) in files)
        {
            looked.Add(new(name, content, await verifier.Verify(content, cancellation), address));
        }

        return looked;
    }

    /// <summary>The files, and what the page before had found joinable: it is looked at again.</summary>
    private static async Task<List<(string Name, byte[] Content)>> Files(IFormCollection form, CancellationToken cancellation)
    {
        var files = new List<(string, byte[])>();
        foreach (var file in form.Files.Where(file => file.Length > 0))
            files.Add((file.FileName, await UploadedCredential.Content(file, cancellation)));
        foreach (var again in form["joined"].OfType<string>())
            files.Add(($"{files.Count + 1}", FromBase64(again)));
        return files;
    }

    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }

    private static IResult TooLarge(PageContext page) =>
        ConsolePages.PublicMessage(page, "holder.record.large", StatusCodes.Status413PayloadTooLarge);
}
