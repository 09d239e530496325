using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>Access tokens that the hub gives and knows again without having kept them.</summary>
public sealed class AccessTokenTests : IAsyncDisposable
{
    private const string Secret = "the client secret in force", Before = "the client secret of last year";

    private readonly Checked _source = Source(Secret, Before);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task A_token_lets_in_for_an_hour()
    {
        var token = _source.Tokens.Issue(_source.Source, "brightspace", Secret).ShouldNotBeNull();

        token.Lifetime.ShouldBe(TimeSpan.FromHours(1));
        (await Show(token.Value)).ShouldBe(Admission.Admitted);
        _source.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        (await Show(token.Value)).ShouldBe(Admission.Admitted);
        _source.Time.Advance(TimeSpan.FromSeconds(1));
        (await Show(token.Value)).ShouldBe(Admission.OutOfTime);
    }

    [Theory]
    [InlineData("brightspace", "wrong")]
    [InlineData("brightspace", "")]
    [InlineData("wrong", Secret)]
    [InlineData("", Secret)]
    [InlineData("", "")]
    public void Who_is_not_the_client_gets_none(string id, string secret) =>
        _source.Tokens.Issue(_source.Source, id, secret).ShouldBeNull();

    [Fact]
    public async Task A_token_changed_in_any_letter_is_wrong()
    {
        var token = _source.Tokens.Issue(_source.Source, "brightspace", Secret)!.Value;

        for (var i = 0; i < token.Length; i++)
        {
            (await Show(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..])).ShouldBe(Admission.Wrong);
            (await Show(token[..i])).ShouldBe(i == 0 ? Admission.Missing : Admission.Wrong);
        }

        foreach (var strange in new[] { ".", "..", "é", Secret, token + ".", $"9{token}", new string('.', 3000) })
            (await Show(strange)).ShouldBe(Admission.Wrong, strange);
    }

    [Fact]
    public async Task A_token_is_of_one_institution_and_one_source_though_the_secret_be_the_same()
    {
        var token = _source.Tokens.Issue(_source.Source, "brightspace", Secret)!.Value;
        var delivery = Checked.Delivery([], ("Authorization", $"Bearer {token}"));

        (await _source.Check(delivery, _source.Source with { Institution = "rivieres" })).ShouldBe(Admission.Wrong);
        (await _source.Check(delivery, _source.Source with { Name = "other" })).ShouldBe(Admission.Wrong);
    }

    [Fact]
    public async Task Every_instance_knows_it_and_a_replaced_secret_ends_its_tokens()
    {
        var token = _source.Tokens.Issue(_source.Source, "brightspace", Secret)!.Value;
        await using var other = Source(Secret, Before);
        await using var replaced = Source("a new secret", Secret);
        await using var gone = Source("a new secret", "");
        var delivery = Checked.Delivery([], ("Authorization", $"Bearer {token}"));

        (await other.Check(delivery)).ShouldBe(Admission.Admitted);
        (await replaced.Check(delivery)).ShouldBe(Admission.Admitted);
        (await gone.Check(delivery)).ShouldBe(Admission.Wrong);
    }

    [Fact]
    public async Task The_secret_before_gives_tokens_until_its_end_and_they_end_with_it()
    {
        _source.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        var token = _source.Tokens.Issue(_source.Source, "brightspace", Before).ShouldNotBeNull().Value;
        (await Show(token)).ShouldBe(Admission.Admitted);

        _source.Time.Advance(TimeSpan.FromMinutes(1));

        (await Show(token)).ShouldBe(Admission.Wrong);
        _source.Tokens.Issue(_source.Source, "brightspace", Before).ShouldBeNull();
    }

    [Fact]
    public async Task With_empty_secrets_nobody_is_a_client_and_no_token_counts()
    {
        await using var source = Source("", "");

        source.Tokens.Issue(source.Source, "brightspace", "").ShouldBeNull();
        (
            await source.Check("", ("Authorization", $"Bearer {_source.Tokens.Issue(_source.Source, "brightspace", Secret)!.Value}"))
        ).ShouldBe(Admission.NoSecret);
    }

    private Task<Admission> Show(string token) => _source.Check("{}", ("Authorization", $"Bearer {token}"));

    private static Checked Source(string secret, string before) =>
        new Checked(AuthenticationSchemes.ClientCredentials, "clientId", "clientSecret")
            .With("clientId", "brightspace")
            .With("clientSecret", secret, before);
}
