using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Credentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Credentials;

/// <summary>What the institution says of a credential, and that it is carried through whatever the queue does.</summary>
public sealed class StandingTests : IAsyncDisposable
{
    private readonly CredentialCampus _campus = new();

    [Fact]
    public async Task A_revocation_reaches_the_credential_the_list_and_the_timeline_once()
    {
        var credential = await _campus.Earn("marie@example.ca");

        (await _campus.Desk.Change(credential.Award, Standing.Revoked, "Erreur  de\nsection", default)).ShouldBe(StandingVerdict.Accepted);
        await _campus.Work();

        var revoked = (await _campus.Kept.Find(credential.Id, default))!;
        revoked.Standing.ShouldBe(Standing.Revoked);
        revoked.Reason.ShouldBe("Erreur de section");
        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeTrue();
        var entry = (await _campus.Storage.Read(credential.Award.Dossier, default)).Timeline.ShouldHaveSingleItem();
        entry.Event.ShouldBe(TimelineEvent.Revoked);
        entry.Detail.ShouldBe("Erreur de section");
    }

    [Fact]
    public async Task A_suspension_that_is_lifted_leaves_the_credential_good()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, Standing.Suspended, "Vérification");
        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeTrue();
        await Say(credential, Standing.Valid, null);

        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeFalse();
        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeFalse();
        (await _campus.Kept.Find(credential.Id, default))!.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_words_the_later_counts_in_whatever_order_they_arrive()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, Standing.Suspended, "Vérification", work: false);
        await _campus.Kept.Save((await _campus.Kept.Find(credential.Id, default))! with { Standing = Standing.Suspended }, default);
        await Say(credential, Standing.Valid, null, work: false);
        var (suspend, resume) = (_campus.Messages[0], _campus.Messages[1]);

        await _campus.Handle(resume);
        await _campus.Handle(suspend);

        (await _campus.Kept.Find(credential.Id, default))!.Standing.ShouldBe(Standing.Valid);
        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_revocation_that_arrives_after_a_later_suspension_still_revokes()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, Standing.Revoked, "Fraude", work: false);
        await Say(credential, Standing.Suspended, "Vérification", work: false);
        var (revoke, suspend) = (_campus.Messages[0], _campus.Messages[1]);

        await _campus.Handle(suspend);
        await _campus.Handle(revoke);

        (await _campus.Kept.Find(credential.Id, default))!.Standing.ShouldBe(Standing.Revoked);
        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeTrue();
        (await IsSet(StatusPurpose.Suspension, credential)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_worker_that_lifts_a_suspension_while_another_revokes_leaves_the_bit_of_the_revocation()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, Standing.Suspended, "Vérification");
        await Say(credential, Standing.Valid, null, work: false);
        var resume = _campus.Messages[0];
        var now = _campus.Time.GetUtcNow().AddMinutes(1);
        _campus.Kept.BeforeBit = async () =>
        {
            _campus.Kept.BeforeBit = null;
            await _campus.Standing.Do(new(credential.Id, Standing.Revoked, now, "Fraude"), default);
        };

        await _campus.Handle(resume);

        (await IsSet(StatusPurpose.Revocation, credential)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_word_after_an_erasure_leaves_no_reason_behind()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Kept.Save(credential.Erase(_campus.Time.GetUtcNow()), default);

        await _campus.Standing.Do(new(credential.Id, Standing.Revoked, _campus.Time.GetUtcNow(), "Marie a triché"), default);

        var revoked = (await _campus.Kept.Find(credential.Id, default))!;
        (revoked.Standing, revoked.Reason).ShouldBe((Standing.Revoked, null));
        (await _campus.Storage.Read(credential.Award.Dossier, default)).Timeline.ShouldAllBe(entry => entry.Detail == null);
    }

    [Fact]
    public async Task A_revocation_is_for_good()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Say(credential, Standing.Revoked, "Fraude");

        (await _campus.Desk.Change(credential.Award, Standing.Valid, null, default)).ShouldBe(StandingVerdict.RevokedForGood);
        new StandingChange(credential.Id, Standing.Valid, DateTimeOffset.MaxValue, null).Apply((await _campus.Kept.Find(credential.Id, default))!).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, StandingVerdict.ReasonMissing)]
    [InlineData(" \n ", StandingVerdict.ReasonMissing)]
    public async Task Without_a_reason_nothing_is_revoked(string? reason, StandingVerdict verdict)
    {
        var credential = await _campus.Earn("marie@example.ca");

        (await _campus.Desk.Change(credential.Award, Standing.Revoked, reason, default)).ShouldBe(verdict);
        (await _campus.Desk.Change(credential.Award, Standing.Revoked, new('x', CredentialDesk.LongestReason + 1), default)).ShouldBe(StandingVerdict.ReasonTooLong);
        _campus.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_award_without_a_credential_of_the_hub_has_no_standing() =>
        (await _campus.Desk.Change(new(DossierId.Of("lacnord", "nobody", "water"), 0), Standing.Revoked, "x", default)).ShouldBe(StandingVerdict.NoCredential);

    [Fact]
    public void A_reason_with_slashes_survives_the_queue()
    {
        var change = new StandingChange(new("lacnord", new('a', 26)), Standing.Suspended, new(2026, 2, 1, 13, 0, 0, 5, TimeSpan.Zero), "a/b/c");
        StandingChange.Parse(change.ToReference()).ShouldBe(change);
    }

    public ValueTask DisposeAsync() => _campus.DisposeAsync();

    private async Task Say(Credential credential, Standing to, string? reason, bool work = true)
    {
        _campus.Time.SetUtcNow(_campus.Time.GetUtcNow().AddMinutes(1));
        (await _campus.Desk.Change(credential.Award, to, reason, default)).ShouldBe(StandingVerdict.Accepted);
        if (work)
            await _campus.Work();
    }

    private async Task<bool> IsSet(StatusPurpose purpose, Credential credential)
    {
        var bits = (await _campus.Kept.Read("lacnord", purpose, 0, default))!.Bits.Span;
        return (bits[credential.Status.Index / 8] & (0x80 >> (credential.Status.Index % 8))) != 0;
    }
}
