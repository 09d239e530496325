using IntegrationHub.Console.Credentials;
using IntegrationHub.Console.Learners;
using IntegrationHub.Console.Messages;
using IntegrationHub.Console.Shared;
using IntegrationHub.Console.Verifying;
using IntegrationHub.Core.Badges;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Console;

/// <summary>The pages for everybody, and for learners.</summary>
public static partial class ConsolePages
{
    /// <summary>The Content-Security-Policy of a learner's page: sharing leads to LinkedIn.</summary>
    public static string HolderSecurityPolicy { get; } =
        ContentSecurityPolicy.Replace("form-action 'self'", $"form-action 'self' {LinkedInProfile.Site}", StringComparison.Ordinal);

    /// <summary><c>GET /credentials/{id}</c>: a credential for everybody.</summary>
    public static IResult Credential(PageContext page, CredentialView view, PublicAddresses addresses) =>
        Page<CredentialPage>(200, page, ("View", view), ("Addresses", addresses));

    /// <summary><c>GET /verify/{id}</c> for htmx: the checks of one of the hub's own credentials.</summary>
    /// <param name="page">The request.</param>
    /// <param name="report">The checks; null where there is no public credential of that name.</param>
    public static IResult Checks(PageContext page, VerificationReport? report) =>
        Page<LiveChecks>(report is null ? 404 : 200, page, ("Report", report));

    /// <summary><c>/verify</c>: the form, and what came of it.</summary>
    /// <param name="page">The request.</param>
    /// <param name="report">The checks; null before anything was brought.</param>
    /// <param name="problem">Why nothing could be looked at; null where something was, or nothing was tried.</param>
    /// <param name="link">The link that was given, to be fixed.</param>
    /// <param name="own">The hub's own record of the credential; null where it did not issue it, or its holder withdrew it.</param>
    public static IResult Verify(
        PageContext page,
        VerificationReport? report = null,
        VerifyProblem? problem = null,
        string? link = null,
        CredentialView? own = null) =>
        Page<VerifyPage>(
            problem switch
            {
                null => 200,
                VerifyProblem.TooLarge => 413,
                VerifyProblem.LinkUnreachable => 422,
                _ => 400,
            },
            page,
            ("Report", report),
            ("Problem", problem),
            ("Link", link),
            ("Own", own));

    /// <summary><c>GET /learner/{token}</c>: the learner's own page.</summary>
    /// <param name="page">The request.</param>
    /// <param name="view">The learner's credentials.</param>
    /// <param name="links">The page's addresses.</param>
    /// <param name="shared">Where the learner has just gone to share it; null where nowhere.</param>
    public static IResult Holder(PageContext page, HolderView view, HolderLinks links, SharePlace? shared = null) =>
        Page<HolderPage>(200, page, ("View", view), ("Links", links), ("Shared", shared));

    /// <summary><c>GET /learner/{token}/withdraw</c>: asks once more.</summary>
    public static IResult Withdraw(PageContext page, HolderView view, HolderLinks links) =>
        Page<WithdrawPage>(200, page, ("View", view), ("Links", links));

    /// <summary>Some of what a learner brought cannot be joined: says which and why, before anything is made.</summary>
    public static IResult RecordRefused(PageContext page, HolderView view, HolderLinks links, IReadOnlyList<BroughtBadge> brought) =>
        Page<RecordRefusedPage>(422, page, ("View", view), ("Links", links), ("Brought", brought));

    /// <summary>A credential from another institution does not count: says why, and what to do.</summary>
    /// <param name="page">The request.</param>
    /// <param name="view">The learner's credentials.</param>
    /// <param name="links">The page's addresses.</param>
    /// <param name="why">The key of the text that says why.</param>
    /// <param name="report">Its checks.</param>
    public static IResult RecognitionRefused(PageContext page, HolderView view, HolderLinks links, string why, VerificationReport report) =>
        Page<RecognitionRefusedPage>(422, page, ("View", view), ("Links", links), ("Why", why), ("Report", report));

    /// <summary>A page with a title and a sentence for everybody.</summary>
    /// <param name="page">The request.</param>
    /// <param name="key">The text's key, less <c>.title</c> and <c>.text</c>.</param>
    /// <param name="status">The status.</param>
    /// <param name="arguments">What the sentence speaks of.</param>
    public static IResult PublicMessage(PageContext page, string key, int status, params object?[] arguments) =>
        Page<PublicMessagePage>(status, page, ("Title", page.Say($"{key}.title")), ("Text", page.Say($"{key}.text", arguments)));
}
