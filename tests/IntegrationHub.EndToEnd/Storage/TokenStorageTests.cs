using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.EndToEnd.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Access tokens, shared by instances through a real table.</summary>
public sealed class TokenStorageTests(AzuriteServer azurite) : StorageTest(azurite), ISecrets
{
    private static readonly Connection Vendor = new()
    {
        Role = ConnectionRole.Badges,
        Kind = "badgr",
        Settings = new Dictionary<string, string>(),
        Secrets = new Dictionary<string, string>(),
    };

    private readonly FakeTimeProvider _time = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private int _renewed;

    private Institution Mine => new()
    {
        Id = Institution,
        Name = new("Collège", "College"),
        TimeZone = "America/Toronto",
        Pepper = "PEPPER",
        Sources = new Dictionary<string, Source>(),
        Connections = new Dictionary<ConnectionRole, Connection>(),
        MicroCredentials = new Dictionary<string, Core.Model.MicroCredentials.MicroCredential>(),
    };

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(120)]
    public async Task A_token_that_ends_soon_is_asked_for_once_a_call_and_not_without_end(int seconds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));

        var token = await Of(Get<ITokens>(), seconds, patience.Token);

        (token.Expires, _renewed).ShouldBe((_time.GetUtcNow().AddSeconds(seconds), 1));
    }

    [Fact]
    public async Task A_token_serves_until_a_minute_before_its_end()
    {
        await Of(Get<ITokens>(), 600, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(539));
        await Of(Get<ITokens>(), 600, Cancellation);
        _renewed.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(1));
        await Of(Get<ITokens>(), 600, Cancellation);
        _renewed.ShouldBe(2);
    }

    [Fact]
    public async Task Instances_share_a_token()
    {
        var token = await Of(Get<ITokens>(), 600, Cancellation);

        (await Of(Another<ITokens>(), 600, Cancellation)).ShouldBe(token);
        _renewed.ShouldBe(1);
    }

    string? ISecrets.Find(string institution, string setting) => "a pepper for tests only";

    protected override void Add(IServiceCollection services) => services.AddSingleton<ISecrets>(this).AddSingleton<TimeProvider>(_time);

    private Task<Token> Of(ITokens tokens, int seconds, CancellationToken cancellation) => tokens.Get(
        Mine, Vendor, (_, _) => Task.FromResult(new Token($"token-{++_renewed}", _time.GetUtcNow().AddSeconds(seconds))), cancellation);
}
