using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>Awards as parts of others.</summary>
internal static class HeldCredentials
{
    /// <summary>
    /// What a learner holds of what an entry rests on: asked once, when its dossier is opened, for an entry may be newer
    /// than the awards. What changes later is told. One dossier is read for each code that the entry names.
    /// </summary>
    public static async Task<IReadOnlyList<StackedCredential>> Of(
        IDossiers dossiers,
        Institution institution,
        string learner,
        MicroCredential entry,
        CancellationToken cancellation)
    {
        var read = await Task.WhenAll(
            entry
                .RestsOn.Where(institution.MicroCredentials.ContainsKey)
                .Select(code => dossiers.Read(DossierId.Of(institution.Id, learner, code), cancellation)));
        return
        [
            .. read.SelectMany(dossier => dossier.Awards.Where(award => !dossier.IsErased(award.Id.Cycle)))
                .Select(award => Of(institution, award)),
        ];
    }

    /// <summary>An award as part of another: it counts while it stands, also while a person is asked what speaks against it.</summary>
    public static StackedCredential Of(Institution institution, Award award)
    {
        var summary = institution.MicroCredentials.GetValueOrDefault(award.MicroCredential)?.InVersion(award.Decision.Version).Summary;
        return new(
            award.MicroCredential,
            award.Id.ToString(),
            award.Revision,
            award.Earned,
            award.ValidUntil,
            award.State switch
            {
                AwardState.Valid or AwardState.InQuestion => null,
                AwardState.AwaitingApproval or AwardState.Declined => award.Earned,
                _ => award.StateSince ?? award.Earned,
            },
            summary?.Hours ?? 0,
            summary?.Credits ?? 0);
    }
}
