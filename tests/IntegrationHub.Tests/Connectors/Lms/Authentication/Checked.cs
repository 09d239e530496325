using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>
/// A source with one scheme whose secrets a test sets: each purpose has its value, and the one before until a week from now.
/// </summary>
internal sealed class Checked(string scheme, params string[] purposes) : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, string> _values = [];
    private Hub? _hub;

    public FakeTimeProvider Time { get; } = new(Now);

    public Source Source { get; init; } =
        new()
        {
            Institution = "lacnord",
            Name = "lms",
            Kind = "canvas",
            Authentication = scheme,
            Settings = new Dictionary<string, string>(),
            Secrets = purposes.ToDictionary(
                purpose => purpose,
                purpose => new InboundSecret($"{purpose}-now", $"{purpose}-before", Now.AddDays(7))),
        };


    public IAccessTokens Tokens => Hub.Get<IAccessTokens>();

    private Hub Hub => _hub ??= new(_values, Time);

    public IAuthentication Authentication => Hub.Authentication(scheme);

    public Checked With(string purpose, string value, string? before = null)
    {
        _values[$"{purpose}-now"] = value;
        if (before is not null)
            _values[$"{purpose}-before"] = before;
        return this;
    }

    public async Task<Admission> Check(string body, params (string Name, string Value)[] headers) =>
        await Check(Encoding.UTF8.GetBytes(body), headers);

    public async Task<Admission> Check(byte[] body, params (string Name, string Value)[] headers) => await Check(Delivery(body, headers));

    public async Task<Admission> Check(Delivery delivery, Source? source = null) =>
        await Authentication.Check(source ?? Source, delivery, default);

    public string Kept(Delivery delivery) => Encoding.UTF8.GetString(Authentication.ToKeep(Source, delivery).Span);

    public static Delivery Delivery(byte[] body, params (string Name, string Value)[] headers) =>
        new(body, headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase));

    public ValueTask DisposeAsync() => _hub?.DisposeAsync() ?? default;
}
