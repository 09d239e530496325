using IntegrationHub.Core.Credentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Credentials;

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

    public ValueTask DisposeAsync() => _campus.DisposeAsync();

    private string Token(Credential credential) => _campus.Claims.Token(credential.Id);
}
