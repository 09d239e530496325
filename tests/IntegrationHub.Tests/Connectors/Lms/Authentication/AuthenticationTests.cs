using System.Text;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

public sealed class AuthenticationTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, SecurityKey> _published = new() { ["current"] = new SymmetricSecurityKey(new byte[32]) };
    private int _fetches;
    private bool _down;

    [Fact]
    public async Task A_known_key_is_fetched_once()
    {
        var keys = Keys();

        for (var i = 0; i < 5; i++)
            (await keys.Find("current", default)).ShouldNotBeNull();

        _fetches.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_key_asks_again_at_most_once_a_minute()
    {
        var keys = Keys();
        await keys.Find("current", default);
        _published["next"] = new SymmetricSecurityKey(new byte[32]);

        for (var i = 0; i < 5; i++)
            (await keys.Find("next", default)).ShouldBeNull();
        _fetches.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        (await keys.Find("next", default)).ShouldNotBeNull();
        (await keys.Find("forged", default)).ShouldBeNull();
        _fetches.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_once_fetched_outlive_an_outage_and_an_unknown_one_is_then_not_called_forged()
    {
        var keys = Keys();
        await keys.Find("current", default);
        _down = true;
        _time.Advance(TimeSpan.FromMinutes(2));

        (await Should.ThrowAsync<OutsideException>(() => keys.Find("next", default))).Fault.ShouldBe(OutsideFault.Unavailable);
        (await keys.Find("current", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task With_no_key_at_all_the_answer_is_not_now()
    {
        _down = true;
        var keys = Keys();

        (await Should.ThrowAsync<OutsideException>(() => keys.Find("current", default))).Fault.ShouldBe(OutsideFault.Unavailable);

        _down = false;
        _time.Advance(TimeSpan.FromSeconds(5));
        (await keys.Find("current", default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("moodle", "new-password", true)]
    [InlineData("moodle", "old-password", true)]
    [InlineData("moodle", "older-password", false)]
    [InlineData("Moodle", "new-password", false)]
    [InlineData("", "", false)]
    public void A_password_counts_while_it_is_current_or_the_previous_one_until_its_end(string user, string password, bool accepted) =>
        Match($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}").ShouldBe(accepted);

    [Fact]
    public void The_previous_password_ends()
    {
        _time.Advance(TimeSpan.FromDays(8));

        Match($"Basic {Convert.ToBase64String("moodle:old-password"u8)}").ShouldBeFalse();
        Match($"basic {Convert.ToBase64String("moodle:new-password"u8)}").ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Bearer bW9vZGxlOm5ldy1wYXNzd29yZA==")]
    public void Anything_else_in_the_header_is_no_credential(string? header) => Match(header).ShouldBeFalse();

    private KeySet Keys() => new((_, _) =>
    {
        _fetches++;
        return _down
            ? throw new OutsideException(OutsideFault.Unavailable, "down")
            : Task.FromResult<IReadOnlyDictionary<string, SecurityKey>>(new Dictionary<string, SecurityKey>(_published));
    }, new Uri("https://keys.example.ca/jwks"), _time);

    private bool Match(string? header)
    {
        var secrets = new FakeSecrets(
            new Dictionary<string, string>
            {
                ["USER"] = "moodle",
                ["NEW"] = "new-password",
                ["OLD"] = "old-password",
            });
        var source = new Source
        {
            Name = "moodle",
            Kind = "xapi",
            Authentication = "basic",
            Settings = new Dictionary<string, string>(),
            Secrets = new Dictionary<string, InboundSecret>
            {
                ["user"] = new("USER"),
                ["password"] = new("NEW", "OLD", new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero)),
            },
        };
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (header is not null)
            headers["authorization"] = header;
        return new BasicCredentials(new(secrets, _time))
                .Check(source, new Delivery(ReadOnlyMemory<byte>.Empty, headers), default)
                .AsTask()
                .Result == Admission.Admitted;
    }
}
