using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>A member of the body is the source's secret <c>token</c>; the setting <c>tokenAt</c> names it (default <c>token</c>).</summary>
internal sealed class TokenInBody(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(AuthenticationSchemes.TokenInBody, new("jeton dans le corps", "token in the body"))
    {
        Settings =
        [
            Setting.Optional(
                "tokenAt",
                "le champ du corps qui contient le jeton",
                "the body’s field that contains the token") with { Default = "token" },
        ],
        Secrets = [Setting.Required("token", "le jeton", "the token")],
        FitsAnySender = false,
        Proof = new(
            "Mettez la valeur du réglage {1} dans le champ {2} du corps.",
            "Put the value of the setting {1} in the body’s field {2}."),
    };

    private const int Longest = 1024;

    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.TokenInBody;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(Check(source, delivery));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ToKeep(Source source, Delivery delivery)
    {
        var content = delivery.Content;
        return Find(source, delivery) is { Length: > 0 } token
            ? (byte[])[.. content.Span[..token.Start], .. "***"u8, .. content.Span[token.End..]]
            : content;
    }

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare)
    {
        if (secrets.Accepted(source, "token").FirstOrDefault() is not { } token)
            return null;
        var body = JsonNode.Parse(bare.Body.Span)!;
        body[TokenAt(source)] = token;
        return bare with { Body = JsonSerializer.SerializeToUtf8Bytes(body) };
    }

    private Admission Check(Source source, Delivery delivery)
    {
        Span<byte> value = stackalloc byte[Longest];
        return Find(source, delivery) is not { } token ? secrets.Check(source, "token", ReadOnlySpan<byte>.Empty)
            : token.TryRead(delivery.Content.Span, value, out var length) ? secrets.Check(source, "token", value[..length])
            : Admission.Wrong;
    }

    private static string TokenAt(Source source) => source.Setting("tokenAt") ?? "token";

    private static BodyToken? Find(Source source, Delivery delivery)
    {
        var name = TokenAt(source);
        return delivery.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? BodyToken.InForm(delivery.Content.Span, name)
            : BodyToken.InJson(delivery.Content.Span, name);
    }
}
