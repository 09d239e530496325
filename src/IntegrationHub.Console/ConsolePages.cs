using IntegrationHub.Console.Access;
using IntegrationHub.Console.AwardDetails;
using IntegrationHub.Console.Home;
using IntegrationHub.Console.Messages;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationHub.Console;

/// <summary>The hub's pages as results of HTTP functions.</summary>
public static partial class ConsolePages
{
    /// <summary>The Content-Security-Policy under which every page works.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary><c>GET /</c>: what needs a person, then the latest awards.</summary>
    public static IResult Home(PageContext page, IReadOnlyList<AwardView> awards, IReadOnlyList<AttentionItem> attention) =>
        Page<HomePage>(200, page, ("Awards", awards), ("Attention", attention));

    /// <summary><c>GET /home/list</c>: the awards again; 204 where they are as the browser has them.</summary>
    /// <param name="page">The request.</param>
    /// <param name="awards">The latest awards.</param>
    /// <param name="attention">What needs a person: for the counts.</param>
    /// <param name="seen">The query's <c>seen</c>: what the browser has.</param>
    public static IResult HomeList(
        PageContext page,
        IReadOnlyList<AwardView> awards,
        IReadOnlyList<AttentionItem> attention,
        string? seen) =>
        seen == Seen.Of(awards, attention)
            ? Results.NoContent()
            : Page<HomeListUpdate>(200, page, ("Awards", awards), ("Attention", attention));


    /// <summary><c>GET /home/attention</c>: what needs a person again; 204 where it is as the browser has it.</summary>
    /// <param name="page">The request.</param>
    /// <param name="attention">What needs a person.</param>
    /// <param name="seen">The query's <c>seen</c>: what the browser has.</param>
    public static IResult HomeAttention(PageContext page, IReadOnlyList<AttentionItem> attention, string? seen) =>
        seen == Seen.Of(attention) ? Results.NoContent() : Page<HomeAttention>(200, page, ("Attention", attention));

    /// <summary><c>GET /awards/{id}</c>: everything about one award.</summary>
    /// <param name="page">The request.</param>
    /// <param name="award">The award.</param>
    /// <param name="credential">The credential that the hub itself issued for it; null where none.</param>
    public static IResult Award(PageContext page, AwardView award, CredentialView? credential = null) =>
        Page<AwardPage>(200, page, ("View", award), ("Credential", credential));

    /// <summary>What came of a person's word on an award, where it could not be obeyed.</summary>
    public static IResult Refused(PageContext page, ActVerdict verdict, int status) => Message(
        page,
        page.Say($"page.act.{verdict}.title"),
        page.Say($"page.act.{verdict}.text", StatedReason.Longest),
        status);

    /// <summary><c>GET /sign-in</c>, and the answer to a wrong key.</summary>
    /// <param name="page">The request.</param>
    /// <param name="wrongKey">Whether a key was given and is wrong.</param>
    /// <param name="next">Where to go afterwards: a path of the hub, sent along as the field <c>next</c>.</param>
    public static IResult SignIn(PageContext page, bool wrongKey = false, string? next = null) =>
        Page<SignInPage>(wrongKey ? 401 : 200, page with { SignedIn = false }, ("WrongKey", wrongKey), ("Next", next));

    /// <summary>There is nothing at that address; a stranger hears nothing more.</summary>
    public static IResult NotFound(PageContext page) =>
        page.SignedIn ? Page<NotFoundPage>(404, page) : PublicMessage(page, "public.notfound", 404);

    /// <summary>What became of a form that could not be obeyed.</summary>
    public static IResult Problem(PageContext page, Problem problem) => Message(
        page,
        page.Say($"page.problem.{problem}.title"),
        page.Say($"page.problem.{problem}.text"),
        problem switch
        {
            Console.Problem.ItemGone or Console.Problem.AwardGone => 404,
            Console.Problem.ItemNeeded => 409,
            Console.Problem.SisUnavailable => 503,
            Console.Problem.UnknownStudent => 422,
            _ => 400,
        });

    /// <summary>A form cannot be taken: says why, and what to do.</summary>
    public static IResult FormRefused(PageContext page, FormProblem problem)
    {
        var (title, text) = (page.Say($"form.{problem}.title"), page.Say($"form.{problem}.text"));
        var status = problem switch
        {
            FormProblem.TooLarge => 413,
            FormProblem.Foreign => 403,
            _ => 400,
        };
        return page.SignedIn ? Message(page, title, text, status) : Page<PublicMessagePage>(status, page, ("Title", title), ("Text", text));
    }

    /// <summary>A page with a title and a sentence.</summary>
    public static IResult Message(PageContext page, string title, string text, int status = 200) =>
        Page<MessagePage>(status, page, ("Title", title), ("Text", text));

    private static RazorComponentResult<T> Page<T>(
        int status,
        PageContext page,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var all = new Dictionary<string, object?> { ["Page"] = page };
        foreach (var (name, value) in parameters)
            all[name] = value;
        return new(all) { PreventStreamingRendering = true, StatusCode = status };
    }
}

/// <summary>Why a form could not be obeyed.</summary>
public enum Problem
{
    /// <summary>The SIS knows no such student number.</summary>
    UnknownStudent,

    /// <summary>No student number was given.</summary>
    StudentNumberMissing,

    /// <summary>The SIS does not answer now.</summary>
    SisUnavailable,

    /// <summary>The item was settled in the meantime.</summary>
    ItemGone,

    /// <summary>The item's award is gone, and the item with it.</summary>
    AwardGone,

    /// <summary>An award, or a completion, waits for the item's answer.</summary>
    ItemNeeded,

    /// <summary>What was typed is no result, or no day that can be.</summary>
    ResultUnreadable,

    /// <summary>What waits is read differently by now.</summary>
    ReadDifferently,

    /// <summary>No reason was given, or one that is too long.</summary>
    ReasonUnfit,

    /// <summary>Something final was asked for without being confirmed.</summary>
    Unconfirmed,
}
