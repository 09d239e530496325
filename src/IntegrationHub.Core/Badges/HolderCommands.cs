using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Badges;

/// <summary>What a learner does with a credential, and what anybody may see of it.</summary>
public sealed class HolderCommands(
    ICredentials credentials,
    IHoldings holdings,
    ILearners learners,
    IInstitutions institutions,
    IDossiers dossiers,
    ClaimLink claims,
    TimeProvider time)
{
    /// <summary>What anybody may see; null where there is no such credential, or its holder withdrew it.</summary>
    public async Task<CredentialView?> Public(CredentialId id, CancellationToken cancellation) =>
        await View(id, cancellation) is { IsWithdrawn: false } view ? view : null;

    /// <summary>What the learner sees through the private link; null where the link opens nothing (any more).</summary>
    public async Task<HolderView?> Open(string token, CancellationToken cancellation)
    {
        if (!claims.Opens(token, out var id)
            || await View(id.Value, cancellation) is not { Credential.Holder: { } holder, Holding: not null } opened)
            return null;
        var all = await holdings.Of(id.Value.Institution, holder.Learner, cancellation);
        var views = await Task.WhenAll(
            all.Select(holding =>
                holding.Credential == id ? Task.FromResult<CredentialView?>(opened) : View(holding.Credential, cancellation)));
        var pathways = await Pathways(
            opened.Institution,
            holder.Learner,
            [.. all.Select(holding => holding.MicroCredential)],
            cancellation);
        return new(
            opened,
            [.. views.OfType<CredentialView>()],
            await learners.Find(id.Value.Institution, holder.Learner, cancellation),
            pathways);
    }

    /// <summary>
    /// The ways on which the learner has set out: towards every milestone that stacks something held, and those that stack these.
    /// </summary>
    private async Task<IReadOnlyList<Pathway>> Pathways(
        Institution institution,
        string learner,
        List<string> held,
        CancellationToken cancellation)
    {
        var milestones = new Dictionary<string, MicroCredential>();
        for (var codes = held; codes.Count > 0; )
        {
            var next = codes
                .SelectMany(institution.Offerings.RestingOn)
                .Where(entry => entry.IsMilestone && !milestones.ContainsKey(entry.Code))
                .DistinctBy(entry => entry.Code)
                .ToList();
            next.ForEach(entry => milestones[entry.Code] = entry);
            codes = [.. next.Select(entry => entry.Code)];
        }

        var read = await Task.WhenAll(
            milestones.Values.Select(entry => dossiers.Read(DossierId.Of(institution.Id, learner, entry.Code), cancellation)));
        return [.. milestones.Values.Zip(read, (entry, dossier) => Pathway.Of(entry, dossier, time.GetUtcNow()))];
    }

    /// <summary>The token of the private link that belongs to another of the learner's credentials.</summary>
    public string TokenOf(CredentialId id) => claims.Token(id);

    /// <summary>
    /// The learner accepts the credential, and says whether its public page shows the name. What is revoked is not accepted any more, and
    /// a name that its page does not show is not added.
    /// </summary>
    public Task<bool> Accept(string token, bool showsName, CancellationToken cancellation) =>
        Change(
            token,
            (holding, isRevoked) => isRevoked && holding.Accepted is null
                ? null
                : holding with
                {
                    Accepted = holding.Accepted ?? time.GetUtcNow(),
                    ShowsName = showsName && (holding.ShowsName || !isRevoked),
                    Withdrawn = null,
                },
            cancellation);

    /// <summary>The learner withdraws the credential from public view; accepting it again brings it back.</summary>
    public Task<bool> Withdraw(string token, CancellationToken cancellation) =>
        Change(token, (holding, _) => holding with { ShowsName = false, Withdrawn = holding.Withdrawn ?? time.GetUtcNow() }, cancellation);

    /// <summary>The learner goes to share it.</summary>
    public Task<bool> Share(string token, SharePlace place, CancellationToken cancellation) =>
        Change(token, (holding, _) => holding.Share(place), cancellation);

    /// <summary>Where the end-of-learning survey is.</summary>
    /// <returns>Its address; null where the link opens nothing, or the micro-credential has no survey.</returns>
    public async Task<Uri?> Survey(string token, CancellationToken cancellation) =>
        (await Open(token, cancellation))?.Opened.MicroCredential?.Survey;

    /// <summary>The learner goes to the end-of-learning survey.</summary>
    /// <returns>Its address; null where the link opens nothing, or the micro-credential has no survey.</returns>
    public async Task<Uri?> OpenSurvey(string token, CancellationToken cancellation) =>
        await Survey(token, cancellation) is { } survey
        && await Change(token, (holding, _) => holding with { SurveyOpened = holding.SurveyOpened + 1 }, cancellation)
            ? survey
            : null;

    /// <param name="token">The token of the private link.</param>
    /// <param name="change">The change, told whether the credential is revoked; null where that makes it impossible.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private async Task<bool> Change(string token, Func<Holding, bool, Holding?> change, CancellationToken cancellation)
    {
        if (!claims.Opens(token, out var id)
            || await credentials.Find(id.Value, cancellation) is not { Holder: { } holder, Standing: var standing })
            return false;
        while (await holdings.Find(holder.Learner, id.Value, cancellation) is { } holding
            && change(holding, standing == CredentialStatus.Revoked) is { } changed)
        {
            if (await holdings.Save(changed, cancellation))
                return true;
        }

        return false;
    }

    private async Task<CredentialView?> View(CredentialId id, CancellationToken cancellation)
    {
        if (!institutions.TryGet(id.Institution, out var institution) || await credentials.Find(id, cancellation) is not { } credential)
            return null;
        if (credential.Holder is not { } holder)
            return new(credential, institution, null, null, null);
        var holding = await holdings.Find(holder.Learner, id, cancellation);
        var learner = holding is { ShowsName: true } ? await learners.Find(id.Institution, holder.Learner, cancellation) : null;
        return new(
            credential,
            institution,
            institution.MicroCredentials.GetValueOrDefault(holder.MicroCredential),
            holding,
            learner?.FullName);
    }
}

/// <summary>A credential as it is shown.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Institution">The tenant.</param>
/// <param name="MicroCredential">The catalogue entry; null where erased, or where the catalogue has it no more.</param>
/// <param name="Holding">What the learner said of it; null where erased.</param>
/// <param name="HolderName">The learner's name, only if the learner said that it be shown.</param>
public sealed record CredentialView(
    Credential Credential,
    Institution Institution,
    MicroCredential? MicroCredential,
    Holding? Holding,
    string? HolderName)
{
    /// <summary>Whether its holder withdrew it from public view.</summary>
    public bool IsWithdrawn => Holding?.Withdrawn is not null;

    /// <summary>Whether it has ended at a moment.</summary>
    public bool HasExpired(DateTimeOffset now) => Credential.ValidUntil <= now;
}

/// <summary>What a learner sees through the private link.</summary>
/// <param name="Opened">The credential that the link belongs to.</param>
/// <param name="All">Every credential of the learner at this institution, the oldest first.</param>
/// <param name="Learner">The learner.</param>
/// <param name="Pathways">The milestones towards which the learner has set out.</param>
public sealed record HolderView(
    CredentialView Opened,
    IReadOnlyList<CredentialView> All,
    Learner? Learner,
    IReadOnlyList<Pathway> Pathways);

