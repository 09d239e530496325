using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Tests.Badges;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Erasure;

/// <summary>Erasing a learner (law 15).</summary>
public sealed class ErasureTests : IAsyncDisposable
{
    private readonly CredentialCampus _campus = new();

    [Fact]
    public async Task Of_an_erased_learner_key_digest_index_and_dates_are_left()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await Erase("marie@example.ca");

        var left = (await _campus.Kept.Find(credential.Id, default))!;
        left.ShouldBe(credential with { Holder = null, Documents = null, Erased = _campus.Time.GetUtcNow(), Version = left.Version });
        (await _campus.Kept.Of("lacnord", credential.Holder!.Learner, default)).ShouldBeEmpty();
        (await _campus.Storage.Find("lacnord", credential.Holder.Learner, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_an_erased_learner_s_credential_says_so_and_the_private_link_is_dead()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var token = _campus.Claims.Token(credential.Id);
        await Erase("marie@example.ca");

        var view = (await _campus.Holders.Public(credential.Id, default))!;
        view.Credential.Erased.ShouldNotBeNull();
        view.MicroCredential.ShouldBeNull();
        (await _campus.Holders.Open(token, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_others_said_of_the_credential_goes_too_and_the_day_of_erasure_stays_the_first()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var subject = new EndorsementSubject(EndorsementKind.Credential, credential.Id.ToString());
        await _campus.Kept.Keep("lacnord", subject, new("endorsement", "A partner", _campus.Time.GetUtcNow(), null, "{}"), default);
        await _campus.Kept.Keep(
            "lacnord",
            new(EndorsementKind.Issuer, ""),
            new("issuer", "A partner", _campus.Time.GetUtcNow(), null, "{}"),
            default);
        var first = _campus.Time.GetUtcNow();
        var line = await Erase("marie@example.ca");

        (await _campus.Kept.Of("lacnord", subject, default)).ShouldBeEmpty();
        (await _campus.Kept.Of("lacnord", new EndorsementSubject(EndorsementKind.Issuer, ""), default)).ShouldHaveSingleItem();
        _campus.Time.Advance(TimeSpan.FromDays(1));
        await _campus.Handle(Envelope.Of("again", new EraseLearner("lacnord", line.Learner)));
        (await _campus.Kept.Find(credential.Id, default))!.Erased.ShouldBe(first);
    }

    [Fact]
    public async Task Others_are_left_alone()
    {
        await _campus.Earn("marie@example.ca");
        var other = await _campus.Earn("autre.personne@example.ca");
        await Erase("marie@example.ca");

        (await _campus.Holders.Open(_campus.Claims.Token(other.Id), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_ledger_says_what_was_erased_and_what_is_kept_elsewhere()
    {
        await _campus.Earn("marie@example.ca");
        var line = await Erase("marie@example.ca");

        line.Credentials.ShouldBe(1);
        line.Awards.ShouldBe(1);
        line.Done.ShouldNotBeNull();
        line.Kept.ShouldBe([KeptElsewhere.Lms]);
    }

    [Fact]
    public async Task Credentials_of_other_houses_and_messages_about_them_go_too()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var learner = credential.Holder!.Learner;
        var dossier = IntegrationHub.Core.Model.Awards.DossierId.Of("lacnord", learner, "water");
        var part = new IntegrationHub.Core.Model.Awards.StackedCredential(
            "rivers",
            "https://other.example.ca/credentials/marie",
            1,
            _campus.Time.GetUtcNow(),
            null,
            null,
            1,
            1);
        var read = await _campus.Storage.Read(dossier, default);
        await _campus.Storage.Decide(read, new(new([], Part: part), read.Decision!, [], []), default);
        await _campus.Storage.Raise(
            StoredItems.Of(
                "MessageFailed",
                new("completions", "f", $"recognition {learner}/water/rivers/…/https://other.example.ca/credentials/marie")),
            default);

        await Erase("marie@example.ca");

        (await _campus.Storage.Read(dossier, default)).Parts.ShouldBeEmpty();
        (await _campus.Storage.Open("lacnord", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_restore_the_ledger_erases_again()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var holding = (await _campus.Kept.Find(credential.Holder!.Learner, credential.Id, default))!;
        await Erase("marie@example.ca");
        var bare = (await _campus.Kept.Find(credential.Id, default))!;
        await _campus.Kept.Save(credential with { Version = bare.Version }, default);
        await _campus.Kept.Save(holding with { Version = null }, default);

        (await _campus.Erasures.Replay("lacnord", default)).ShouldHaveSingleItem();
        await _campus.Work();

        (await _campus.Kept.Find(credential.Id, default))!.Documents.ShouldBeNull();
        (await _campus.Kept.Of("lacnord", credential.Holder!.Learner, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_credential_whose_worker_died_before_noting_its_holder_is_erased_too()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Kept.Remove((await _campus.Kept.Find(credential.Holder!.Learner, credential.Id, default))!, default);

        await Erase("marie@example.ca");

        (await _campus.Kept.Find(credential.Id, default))!.Documents.ShouldBeNull();
    }

    [Fact]
    public async Task What_people_were_to_settle_about_the_learner_is_gone()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Storage.Raise(Item("RegradeBelowThreshold", award: credential.Award) with { Detail = "61 % < 80 %" }, default);
        var unknown = Item("UnknownLearner", "Email: marie@example.ca");
        await _campus.Storage.Raise(unknown, default);
        var held = await _campus.Storage.Hold(
            await _campus.Storage.Keep("lacnord", "batch-1", new("former-lms", default, new Dictionary<string, string>(), "{}"), default),
            "event-1",
            default);
        await _campus.Storage.Wait("lacnord", unknown.Id, new("batch-1", "event-1", held), default);
        await _campus.Storage.Raise(
            Item("AmbiguousLearner", "LmsId: 41") with
            {
                Candidates = ["900000001", $"9{"marie@example.ca".Length:D8}"],
            },
            default);
        await _campus.Storage.Raise(Item("UnknownOffering", "4102"), default);

        await Erase("marie@example.ca");

        (await _campus.Storage.Open("lacnord", default)).ShouldHaveSingleItem().Subject.Text.ShouldBe("4102");
        (await _campus.Storage.Read(held, default)).ShouldBeNull();
        (await _campus.Storage.Read("00010101/lacnord/batch-1.json", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_may_be_another_candidates_is_matched_again_and_not_given_up()
    {
        await _campus.Earn("marie@example.ca");
        var item = Item("AmbiguousLearner", "LmsId: 41") with { Candidates = ["900000001", $"9{"marie@example.ca".Length:D8}"] };
        await _campus.Storage.Raise(item, default);
        await _campus.Storage.Wait("lacnord", item.Id, new("delivery-1", "event-1", "held/1"), default);

        await Erase("marie@example.ca");

        (await _campus.Storage.Open("lacnord", default)).ShouldBeEmpty();
        _campus.Sent.ShouldContain(message => message.Message == new ReleaseHeld(item.Institution, item.Id));
        (await _campus.Storage.Waiting("lacnord", item.Id, default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_is_erased_by_a_number_that_nobody_has() =>
        (await _campus.Erasures.Erase("lacnord", "900999999", default)).ShouldBeNull();

    public ValueTask DisposeAsync() => _campus.DisposeAsync();

    private AttentionItem Item(string cause, string? text = null, AwardId? award = null) =>
        StoredItems.Of(cause, new("lms", cause, text, award)) with
        {
            First = _campus.Time.GetUtcNow(),
            Last = _campus.Time.GetUtcNow(),
        };

    private async Task<Core.Erasure.Erasure> Erase(string email)
    {
        var line = (await _campus.Erasures.Erase("lacnord", $"9{email.Length:D8}", default))!;
        await _campus.Work();
        return (await _campus.Erasures.Find("lacnord", line.Learner, default))!;
    }
}
