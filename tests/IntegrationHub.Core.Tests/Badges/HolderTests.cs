using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>What a learner decides about a credential, and what others see of it.</summary>
public sealed class HolderTests : IAsyncDisposable
{
    private readonly CredentialCampus _campus = new();

    [Fact]
    public async Task Nobody_sees_the_name_until_the_learner_says_so()
    {
        var credential = await _campus.Earn("marie@example.ca");
        (await _campus.Holders.Public(credential.Id, default))!.HolderName.ShouldBeNull();

        await _campus.Holders.Accept(Token(credential), showsName: false, default);
        (await _campus.Holders.Public(credential.Id, default))!.HolderName.ShouldBeNull();

        await _campus.Holders.Accept(Token(credential), showsName: true, default);
        (await _campus.Holders.Public(credential.Id, default))!.HolderName.ShouldBe("Élise Cœur-Tremblay");
    }

    [Fact]
    public async Task What_is_withdrawn_only_the_learner_still_sees_and_accepting_brings_it_back()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Holders.Accept(Token(credential), showsName: true, default);

        await _campus.Holders.Withdraw(Token(credential), default);
        (await _campus.Holders.Public(credential.Id, default)).ShouldBeNull();
        (await _campus.Holders.Open(Token(credential), default))!.Opened.IsWithdrawn.ShouldBeTrue();

        await _campus.Holders.Accept(Token(credential), showsName: false, default);
        var back = (await _campus.Holders.Public(credential.Id, default))!;
        back.HolderName.ShouldBeNull();
        back.Holding!.Accepted.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_revoked_is_not_accepted_any_more_and_shows_no_name_anew()
    {
        var (fresh, accepted) = (await _campus.Earn("marie@example.ca"), await _campus.Earn("autre.personne@example.ca"));
        await _campus.Holders.Accept(Token(accepted), showsName: false, default);
        foreach (var credential in new[] { fresh, accepted })
            await _campus.Carrier.Carry(new(credential.Id, CredentialStatus.Revoked, credential.Issued.AddDays(1), "Fraude"), default);

        (await _campus.Holders.Accept(Token(fresh), showsName: true, default)).ShouldBeFalse();
        (await _campus.Holders.Accept(Token(accepted), showsName: true, default)).ShouldBeTrue();

        (await _campus.Holders.Open(Token(fresh), default))!.Opened.Holding!.Accepted.ShouldBeNull();
        (await _campus.Holders.Public(accepted.Id, default))!.HolderName.ShouldBeNull();
    }

    [Fact]
    public async Task Shares_are_counted_by_place()
    {
        var credential = await _campus.Earn("marie@example.ca");
        foreach (var place in new[] { SharePlace.LinkedIn, SharePlace.LinkedIn, SharePlace.Email })
            await _campus.Holders.Share(Token(credential), place, default);

        var shares = (await _campus.Holders.Open(Token(credential), default))!.Opened.Holding!.Shares;
        shares[SharePlace.LinkedIn].ShouldBe(2);
        shares[SharePlace.Email].ShouldBe(1);
    }

    [Fact]
    public async Task A_private_link_opens_the_credentials_of_its_learner_and_of_nobody_else()
    {
        var (own, other) = (await _campus.Earn("marie@example.ca"), await _campus.Earn("autre.personne@example.ca"));

        var opened = (await _campus.Holders.Open(Token(own), default))!;
        opened.All.ShouldHaveSingleItem().Credential.Id.ShouldBe(own.Id);
        opened.All.ShouldNotContain(view => view.Credential.Id == other.Id);
    }

    [Fact]
    public async Task A_link_that_opens_nothing_changes_nothing()
    {
        var credential = await _campus.Earn("marie@example.ca");

        (await _campus.Holders.Accept(credential.Id.ToString(), showsName: true, default)).ShouldBeFalse();
        (await _campus.Holders.Open(credential.Id + "-aaaa", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_that_its_learner_uses_twice_at_once_counts_both()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var isFirst = true;
        _campus.Kept.BeforeHolding = () =>
        {
            if (!isFirst)
                return;
            isFirst = false;
            _campus.Holders.Share(Token(credential), SharePlace.Link, default).GetAwaiter().GetResult().ShouldBeTrue();
        };

        (await _campus.Holders.Share(Token(credential), SharePlace.Link, default)).ShouldBeTrue();

        (await _campus.Holders.Open(Token(credential), default))!.Opened.Holding!.Shares.ShouldBe(
            new Dictionary<SharePlace, int> { [SharePlace.Link] = 2 });
    }

    [Fact]
    public async Task The_first_acceptance_and_the_first_withdrawal_keep_their_time()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var first = _campus.Time.GetUtcNow();
        await _campus.Holders.Accept(Token(credential), showsName: true, default);
        _campus.Time.Advance(TimeSpan.FromDays(1));
        await _campus.Holders.Accept(Token(credential), showsName: true, default);
        await _campus.Holders.Withdraw(Token(credential), default);
        _campus.Time.Advance(TimeSpan.FromDays(1));
        await _campus.Holders.Withdraw(Token(credential), default);

        var holding = (await _campus.Holders.Open(Token(credential), default))!.Opened.Holding!;
        (holding.Accepted, holding.Withdrawn, holding.ShowsName).ShouldBe((first, first.AddDays(1), false));
    }

    [Fact]
    public async Task A_micro_credential_with_a_survey_counts_who_opens_it()
    {
        var survey = new Uri("https://survey.example.ca/water");
        await using var campus = new CredentialCampus(new() { Institution = Surveyed(survey) });
        var credential = await campus.Earn("marie@example.ca");
        var token = campus.Claims.Token(credential.Id);

        (await campus.Holders.Survey(token, default)).ShouldBe(survey);
        (await campus.Holders.OpenSurvey(token, default)).ShouldBe(survey);
        (await campus.Holders.OpenSurvey(token, default)).ShouldBe(survey);

        (await campus.Holders.Open(token, default))!.Opened.Holding!.SurveyOpened.ShouldBe(2);
        (await campus.Holders.OpenSurvey(token + "x", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_there_is_no_survey_none_is_opened()
    {
        var credential = await _campus.Earn("marie@example.ca");

        (await _campus.Holders.OpenSurvey(Token(credential), default)).ShouldBeNull();
        (await _campus.Holders.Open(Token(credential), default))!.Opened.Holding!.SurveyOpened.ShouldBe(0);
    }

    [Fact]
    public async Task A_credential_whose_holding_is_gone_can_be_shared_no_more()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Kept.Remove((await _campus.Kept.Find(credential.Holder!.Learner, credential.Id, default))!, default);

        (await _campus.Holders.Share(Token(credential), SharePlace.Wallet, default)).ShouldBeFalse();
        (await _campus.Holders.Open(Token(credential), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_credential_has_ended_at_its_last_moment_and_not_before()
    {
        var credential = await _campus.Earn("marie@example.ca");
        var view = (await _campus.Holders.Public(credential.Id, default))!;
        var end = (credential with { ValidUntil = credential.Issued.AddYears(1) }).ValidUntil!.Value;

        (view with { Credential = credential with { ValidUntil = end } }).HasExpired(end.AddTicks(-1)).ShouldBeFalse();
        (view with { Credential = credential with { ValidUntil = end } }).HasExpired(end).ShouldBeTrue();
        (view with { Credential = credential with { ValidUntil = null } }).HasExpired(end).ShouldBeFalse();
    }

    [Fact]
    public async Task The_link_to_another_of_the_learner_s_credentials_opens_that_one()
    {
        var credential = await _campus.Earn("marie@example.ca");
        (await _campus.Holders.Open(_campus.Holders.TokenOf(credential.Id), default))!.Opened.Credential.Id.ShouldBe(credential.Id);
    }

    [Fact]
    public async Task Of_a_stranger_s_institution_nothing_is_public() =>
        (await _campus.Holders.Public(new("elsewhere", new('a', 26)), default)).ShouldBeNull();

    private static IntegrationHub.Core.Model.Institutions.Institution Surveyed(Uri survey)
    {
        var institution = new IssuingInstitution().Institution;
        return institution with
        {
            MicroCredentials = institution.MicroCredentials.ToDictionary(entry => entry.Key, entry => entry.Value with { Survey = survey }),
        };
    }

    public ValueTask DisposeAsync() => _campus.DisposeAsync();

    private string Token(Credential credential) => _campus.Claims.Token(credential.Id);
}
