using IntegrationHub.Testing.Connectors;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>Schemes where the sender shows the secret itself.</summary>
public sealed class SharedSecretTests
{
    private const string Now = "the secret in force", Before = "the one before";

    public static TheoryData<string> Schemes => ["basic", "bearer", "bareAuthorization", "tokenInBody", "secretAddress"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task The_secret_in_force_and_the_one_before_are_let_in_side_by_side_until_the_end(string scheme)
    {
        await using var source = Source(scheme, Now, Before);

        (await source.Check(Showing(scheme, Now))).ShouldBe(Admission.Admitted);
        (await source.Check(Showing(scheme, Before))).ShouldBe(Admission.Admitted);

        source.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        (await source.Check(Showing(scheme, Before))).ShouldBe(Admission.Admitted);
        source.Time.Advance(TimeSpan.FromTicks(1));
        (await source.Check(Showing(scheme, Before))).ShouldBe(Admission.Wrong);
        (await source.Check(Showing(scheme, Now))).ShouldBe(Admission.Admitted);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Anything_else_is_wrong_and_nothing_is_missing(string scheme)
    {
        await using var source = Source(scheme, Now, Before);

        foreach (var wrong in new[] { Now[..^1], Now + "x", Now.ToUpperInvariant(), "x", "réussi ✓", new string('x', 5000), "\ud800" })
            (await source.Check(Showing(scheme, wrong))).ShouldBe(Admission.Wrong, wrong);
        (await source.Check("{}")).ShouldBe(Admission.Missing);
        (await source.Check("", ("Authorization", ""))).ShouldBe(Admission.Missing);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task An_empty_secret_lets_nobody_in_not_even_with_an_empty_credential(string scheme)
    {
        await using var source = Source(scheme, "", "");

        foreach (var given in new[] { "", "x", Now })
            (await source.Check(Showing(scheme, given))).ShouldNotBe(Admission.Admitted);
        (await source.Check(Showing(scheme, Now))).ShouldBe(Admission.NoSecret);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_secret_may_be_of_any_letters(string scheme)
    {
        const string secret = "çà & là: «100 %» + \"Ω\"";
        await using var source = Source(scheme, secret);

        (await source.Check(Showing(scheme, secret))).ShouldBe(Admission.Admitted);
    }

    [Theory]
    [InlineData("basic", "Basic", Admission.Missing)]
    [InlineData("basic", "Basic !!!", Admission.Wrong)]
    [InlineData("basic", "Basic bm8gY29sb24=", Admission.Wrong)]
    [InlineData("basic", "Bearer dTpw", Admission.Missing)]
    [InlineData("bearer", "Bearer", Admission.Missing)]
    [InlineData("bearer", "Bearer   ", Admission.Missing)]
    [InlineData("bearer", "Bearerthe secret in force", Admission.Missing)]
    [InlineData("bearer", "the secret in force", Admission.Missing)]
    [InlineData("bearer", "bEARER the secret in force", Admission.Admitted)]
    [InlineData("bareAuthorization", "Bearer the secret in force", Admission.Wrong)]
    public async Task The_header_must_be_of_the_scheme(string scheme, string header, Admission expected)
    {
        await using var source = Source(scheme, Now);

        (await source.Check("{}", ("Authorization", header))).ShouldBe(expected);
    }

    private static Checked Source(string scheme, string now, string? before = null)
    {
        var purposes = HubKinds.Secrets(scheme);
        var source = new Checked(scheme, [.. purposes]);
        foreach (var purpose in purposes)
            source.With(purpose, purpose == "user" && now.Length > 0 ? "moodle" : now, purpose == "user" ? null : before);
        return source;
    }

    private static Delivery Showing(string scheme, string secret) => scheme switch
    {
        "basic" => Checked.Delivery([], ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"moodle:{secret}"))}")),
        "bearer" => Checked.Delivery([], ("Authorization", $"Bearer {secret}")),
        "bareAuthorization" => Checked.Delivery([], ("Authorization", secret)),
            "tokenInBody" => Checked.Delivery(
                Encoding.UTF8.GetBytes($$"""{"eventname": "x", "token": {{System.Text.Json.JsonSerializer.Serialize(secret)}}}""")),
        _ => Checked.Delivery([]) with { AddressKey = secret },
    };
}
