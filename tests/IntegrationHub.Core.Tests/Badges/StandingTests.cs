using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>What the institution says of a credential is carried into credential and lists, in whatever order it arrives.</summary>
public sealed class StandingTests : IAsyncDisposable
{
    private readonly CredentialCampus _campus = new();

    [Fact]
    public async Task A_revocation_reaches_the_credential_and_the_list()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, CredentialStatus.Revoked, "Erreur de section");

        var revoked = (await _campus.Kept.Find(credential.Id, default))!;
        (revoked.Standing, revoked.Reason).ShouldBe((CredentialStatus.Revoked, "Erreur de section"));
        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_suspension_that_is_lifted_leaves_the_credential_good()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, CredentialStatus.Suspended, "Vérification");
        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeTrue();
        await Say(credential, CredentialStatus.Valid, null);

        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeFalse();
        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeFalse();
        (await _campus.Kept.Find(credential.Id, default))!.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_revocation_that_arrives_after_a_later_suspension_still_revokes()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var revoke = Change(credential, CredentialStatus.Revoked, "Fraude");
        var suspend = Change(credential, CredentialStatus.Suspended, "Vérification");

        await _campus.Carrier.Carry(suspend, default);
        await _campus.Carrier.Carry(revoke, default);

        (await _campus.Kept.Find(credential.Id, default))!.Standing.ShouldBe(CredentialStatus.Revoked);
        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeTrue();
        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_worker_that_lifts_a_suspension_while_another_revokes_leaves_the_bit_of_the_revocation()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, CredentialStatus.Suspended, "Vérification");
        var resume = Change(credential, CredentialStatus.Valid, null);
        var now = _campus.Time.GetUtcNow().AddMinutes(1);
        _campus.Kept.BeforeBit = async () =>
        {
            _campus.Kept.BeforeBit = null;
            await _campus.Carrier.Carry(new(credential.Id, CredentialStatus.Revoked, now, "Fraude"), default);
        };

        await _campus.Carrier.Carry(resume, default);

        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_word_after_an_erasure_leaves_no_reason_behind()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Kept.Save(credential.Erase(_campus.Time.GetUtcNow()), default);

        await Say(credential, CredentialStatus.Revoked, "Marie a triché");

        var revoked = (await _campus.Kept.Find(credential.Id, default))!;
        (revoked.Standing, revoked.Reason).ShouldBe((CredentialStatus.Revoked, null));
    }

    [Fact]
    public async Task A_revocation_is_for_good()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, CredentialStatus.Revoked, "Fraude");

        new CredentialStatusChange(credential.Id, CredentialStatus.Valid, DateTimeOffset.MaxValue, null)
            .Apply((await _campus.Kept.Find(credential.Id, default))!)
            .ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _campus.DisposeAsync();

    private Task<Credential?> Say(Credential credential, CredentialStatus to, string? reason) =>
        _campus.Carrier.Carry(Change(credential, to, reason), default);

    private CredentialStatusChange Change(Credential credential, CredentialStatus to, string? reason)
    {
        _campus.Time.SetUtcNow(_campus.Time.GetUtcNow().AddMinutes(1));
        return new(credential.Id, to, _campus.Time.GetUtcNow(), reason);
    }

    private async Task<bool> IsSet(StatusPurpose purpose, Credential credential)
    {
        var bits = (await _campus.Kept.Read("lacnord", purpose, 0, default))!.Bits.Span;
        return (bits[credential.Status.Index / 8] & (0x80 >> (credential.Status.Index % 8))) != 0;
    }
}
