using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Badgr;

/// <summary>Badgr v2, as Canvas Credentials / Parchment Digital Badges speaks it.</summary>
internal static class BadgrEndpoints
{
    public static IServiceCollection AddBadgr(this IServiceCollection services) => services
        .AddSingleton<BadgrTokens>()
        .AddSingleton<BadgeBook>();

    public static void MapBadgr(this WebApplication app)
    {
        app.MapPost("/badgr/o/token", BadgrTokens.Issue);

        var api = app.MapGroup("/badgr/v2")
            .AddEndpointFilter(
                async (context, next) =>
                    context.HttpContext.RequestServices.GetRequiredService<BadgrTokens>().Access.Accepts(context.HttpContext.Request)
                        ? await next(context)
                        : BadgrAnswers.Failure(StatusCodes.Status401Unauthorized, "Authentication credentials were not provided."));
        api.MapPost("/badgeclasses/{id}/assertions", Award);
        api.MapGet("/badgeclasses/{id}/assertions", OfBadgeClass);
        api.MapGet("/assertions/changed", Changed);
        api.MapGet("/assertions/{id}", Get);
        api.MapDelete("/assertions/{id}", Revoke);
        api.MapPost("/assertions/revoke", RevokeMany);

        app.MapGet("/badgr/public/assertions/{id}", PublicAssertion.Show);
        app.MapGet("/state/badges", (HttpRequest request, BadgeBook book, CampusData campus) =>
            book.All().Select(assertion => assertion.Show(request, campus.Institution.Issuer)));
    }

    private static async Task<IResult> Award(string id, HttpRequest request, CampusData campus, BadgeBook book, TimeProvider time)
    {
        if (campus.Courses.FirstOrDefault(course => course.BadgeClass == id) is not { } course)
            return BadgrAnswers.NotFound();
        var (award, fault) = AssertionRequest.Read(await request.ReadObjectAsync(), course, time.GetUtcNow());
        if (award is null)
            return fault!;
        return book.Add(award.Assertion, award.AllowDuplicates)
            ? BadgrAnswers.Success([award.Assertion.Show(request, campus.Institution.Issuer)], StatusCodes.Status201Created)
            : BadgrAnswers.Invalid("A previous award of this badge already exists for this recipient.");
    }

    private static IResult OfBadgeClass(
        string id,
        string? recipient,
        HttpRequest request,
        CampusData campus,
        BadgeBook book,
        TimeProvider time) =>
        campus.Courses.All(course => course.BadgeClass != id)
            ? BadgrAnswers.NotFound()
            : BadgrAnswers.Success(
                book.All()
                    .Where(assertion =>
                        assertion.Course.BadgeClass == id
                        && (!assertion.Revoked || request.Query["include_revoked"] == "1")
                        && (!(assertion.Expires <= time.GetUtcNow()) || request.Query["include_expired"] == "1")
                        && (recipient is null || assertion.Recipient == recipient))
                    .Select(assertion => assertion.Show(request, campus.Institution.Issuer)));

    private static IResult Get(string id, HttpRequest request, CampusData campus, BadgeBook book) =>
        book.Get(id) is { } assertion
            ? BadgrAnswers.Success([assertion.Show(request, campus.Institution.Issuer)])
            : BadgrAnswers.NotFound();

    private static IResult Changed(string? since, HttpRequest request, CampusData campus, BadgeBook book, TimeProvider time)
    {
        var start = DateTimeOffset.MinValue;
        if (since is not null
            && !DateTimeOffset.TryParse(since.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out start))
            return BadgrAnswers.InvalidField("since", "must be ISO-8601 format with time zone");
        var result = book.All()
            .Where(assertion => assertion.ChangedAt > start)
            .Select(assertion => assertion.Show(request, campus.Institution.Issuer));
        return Results.Json(
            new
            {
                status = new { success = true, description = "ok" },
                result,
                timestamp = time.GetUtcNow(),
            });
    }

    private static async Task<IResult> Revoke(string id, HttpRequest request, CampusData campus, BadgeBook book)
    {
        if (book.Get(id) is null)
            return BadgrAnswers.NotFound();
        if ((await request.ReadObjectAsync())?["revocation_reason"].Text() is not { Length: > 0 } reason)
            return BadgrAnswers.InvalidField("revocation_reason", "This field is required");
        return book.Revoke(id, reason) is { } assertion
            ? BadgrAnswers.Success([assertion.Show(request, campus.Institution.Issuer)])
            : BadgrAnswers.Invalid("Assertion is already revoked");
    }

    /// <summary>Answers 200 whatever happened: each item says for itself.</summary>
    private static async Task<IResult> RevokeMany(HttpRequest request, BadgeBook book)
    {
        var items = await JsonNode.ParseAsync(request.Body) as JsonArray ?? [];
        return BadgrAnswers.Success(
            items
                .Select(item =>
                {
                    var (id, reason) = (item?["entityId"].Text(), item?["revocationReason"].Text());
                    var revoked = id is not null && reason is { Length: > 0 } && book.Revoke(id, reason) is not null;
                    return new JsonObject
                    {
                        ["entityId"] = id,
                        ["revoked"] = revoked,
                        ["reason"] = revoked ? null : "not found, already revoked or without a reason",
                    };
                })
                .ToList());
    }
}
