using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Canvas;

internal sealed class SigningKey : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Kid { get; } = Guid.NewGuid().ToString();

    public string Sign(string payload, string? claimedKid = null) => CompactJwt.Sign(
        new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = claimedKid ?? Kid }, payload,
        data => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public JsonObject Show()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = Kid,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
    }

    public void Dispose() => _rsa.Dispose();
}

/// <summary>Three keys are published; events are signed with the current one.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly Lock _gate = new();
    private SigningKey _previous = new(), _current = new(), _next = new();

    public SigningKey Current
    {
        get { lock (_gate) return _current; }
    }

    public IReadOnlyList<SigningKey> Published()
    {
        lock (_gate) return [_previous, _current, _next];
    }

    public string Rotate()
    {
        lock (_gate)
        {
            (_previous, _current, _next) = (_current, _next, new());
            return _current.Kid;
        }
    }

    public void Dispose()
    {
        foreach (var key in Published()) key.Dispose();
    }
}
