using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>The credential of an award, as the institution's people see it.</summary>
public sealed class AwardedCredentialTests : IAsyncDisposable
{
    private readonly CredentialCampus _campus = new();
    private readonly CredentialQueries _credentials;

    public AwardedCredentialTests() =>
        _credentials = new(_campus.Kept, _campus.Kept, new IssuingInstitution(), new FakeSecrets(IssuingInstitution.Secrets));

    [Fact]
    public async Task The_credential_is_found_by_its_award_with_what_the_learner_said_of_it_but_without_a_name()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Holders.Accept(_campus.Claims.Token(credential.Id), showsName: true, default);

        var view = (await _credentials.Find(credential.Award, default)).ShouldNotBeNull();

        view.Credential.Id.ShouldBe(credential.Id);
        view.Institution.Id.ShouldBe("lacnord");
        view.MicroCredential!.Code.ShouldBe("water");
        view.Holding!.ShowsName.ShouldBeTrue();
        view.HolderName.ShouldBeNull();
    }

    [Fact]
    public async Task An_erased_learner_s_credential_is_found_bare()
    {
        var credential = await _campus.Earn("marie@example.ca");
        await _campus.Erasures.Erase("lacnord", $"9{"marie@example.ca".Length:D8}", default);
        await _campus.Work();

        var view = (await _credentials.Find(credential.Award, default)).ShouldNotBeNull();

        view.Credential.Erased.ShouldNotBeNull();
        (view.MicroCredential, view.Holding, view.HolderName).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task An_award_without_a_credential_and_one_of_another_institution_have_none()
    {
        var credential = await _campus.Earn("marie@example.ca");

        (await _credentials.Find(credential.Award with { Cycle = 1 }, default)).ShouldBeNull();
        (await _credentials.Find(new AwardId(credential.Award.Dossier with { Institution = "elsewhere" }, 0), default)).ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _campus.DisposeAsync();
}
