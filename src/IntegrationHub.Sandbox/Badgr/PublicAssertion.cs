using System.Text.Encodings.Web;

namespace IntegrationHub.Sandbox.Badgr;

/// <summary>The page that the credential's link opens, as a verifier sees it: no e-mail on it.</summary>
internal static class PublicAssertion
{
    public static IResult Show(string id, BadgeBook book)
    {
        if (book.Get(id) is not { } assertion) return Results.NotFound();
        var encode = HtmlEncoder.Default;
        var state = assertion.Revoked ? "Révoqué · Revoked" : "Valide · Valid";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{encode.Encode(assertion.Course.Name.Fr)}</title><link rel="stylesheet" href="/assets/sandbox.css"></head>
            <body class="public"><main>
            <p class="state {(assertion.Revoked ? "bad" : "good")}">{state}</p>
            <h1>{encode.Encode(assertion.Course.Name.Fr)}</h1>
            <h2 lang="en">{encode.Encode(assertion.Course.Name.En)}</h2>
            <p>Délivré le · <span lang="en">Issued on</span> {assertion.IssuedOn:yyyy-MM-dd}</p>
            <p><code>{encode.Encode(assertion.EntityId)}</code></p>
            </main></body></html>
            """, "text/html; charset=utf-8");
    }
}
