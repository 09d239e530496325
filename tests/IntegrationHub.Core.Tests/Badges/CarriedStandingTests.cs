using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>A change of a credential that somebody else changes too, or that there is not.</summary>
public sealed class CarriedStandingTests : IAsyncDisposable
{
    private static readonly CredentialId Nobody = new("lacnord", new('a', 26));

    private readonly CredentialCampus _campus = new();

    [Fact]
    public async Task Nothing_is_carried_to_a_credential_that_there_is_not() =>
        (await _campus.Carrier.Carry(new(Nobody, CredentialStatus.Revoked, _campus.Time.GetUtcNow(), "mistake"), default)).ShouldBeNull();

    [Fact]
    public async Task A_change_that_meets_another_is_made_on_what_the_other_wrote()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var tries = 0;

        var changed = await _campus.Kept.Change(
            credential.Id,
            found =>
            {
                if (tries++ == 0)
                    _campus.Kept.Save(found with { Reason = "of the other" }, default).Result.ShouldBeTrue();
                return found with { Standing = CredentialStatus.Suspended };
            },
            default);

        tries.ShouldBe(2);
        (changed!.Standing, changed.Reason).ShouldBe((CredentialStatus.Suspended, "of the other"));
    }

    [Fact]
    public async Task What_needs_no_change_is_given_as_it_is()
    {
        var credential = await _campus.Earn("marie@example.ca");
        (await _campus.Kept.Change(credential.Id, _ => null, default))!.Version.ShouldBe(credential.Version);
        (await _campus.Kept.Change(Nobody, found => found, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(CredentialStatus.Valid, CredentialStatus.Suspended, 1, true)]
    [InlineData(CredentialStatus.Suspended, CredentialStatus.Valid, 1, true)]
    [InlineData(CredentialStatus.Suspended, CredentialStatus.Valid, 0, false)]
    [InlineData(CredentialStatus.Suspended, CredentialStatus.Valid, -1, false)]
    [InlineData(CredentialStatus.Suspended, CredentialStatus.Revoked, -1, true)]
    [InlineData(CredentialStatus.Suspended, CredentialStatus.Suspended, 1, false)]
    [InlineData(CredentialStatus.Revoked, CredentialStatus.Valid, 1, false)]
    [InlineData(CredentialStatus.Revoked, CredentialStatus.Suspended, 1, false)]
    public async Task The_later_word_counts_and_a_revocation_is_for_good(CredentialStatus from, CredentialStatus to, int days, bool changes)
    {
        var credential = await _campus.Earn("marie@example.ca") with
        {
            Standing = from,
            StandingSince = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            Reason = "before",
        };

        var changed = new CredentialStatusChange(credential.Id, to, credential.StandingSince!.Value.AddDays(days), "why").Apply(credential);

        changed.ShouldBe(
            changes ? credential with { Standing = to, StandingSince = credential.StandingSince.Value.AddDays(days), Reason = "why" } : null
        );
    }

    [Fact]
    public async Task Of_an_erased_learner_s_credential_no_reason_is_told()
    {
        var credential = (await _campus.Earn("marie@example.ca")).Erase(_campus.Time.GetUtcNow());
        new CredentialStatusChange(credential.Id, CredentialStatus.Revoked, _campus.Time.GetUtcNow(), "because of Marie")
            .Apply(credential)!
            .Reason.ShouldBeNull();
        credential.Erase(_campus.Time.GetUtcNow().AddDays(1)).Erased.ShouldBe(credential.Erased);
    }

    [Fact]
    public void What_is_no_id_or_no_link_is_told_without_repeating_it()
    {
        Should
            .Throw<FormatException>(() => CredentialId.Parse("a secret"))
            .Message.ShouldBe("This is not a credential's id (institution-secret).");
        _campus.Claims.Opens(null, out var opened).ShouldBeFalse();
        opened.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _campus.DisposeAsync();
}
