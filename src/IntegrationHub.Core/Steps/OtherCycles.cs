using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>
/// Awards of several cycles share what an outside system knows only once: the grade of a section, the badge of a class.
/// What one of them takes back must not be what another rests on.
/// </summary>
public sealed class OtherCycles(IDossiers dossiers)
{
    /// <summary>Whether another award of the dossier rests on what this step left over there.</summary>
    /// <param name="context">The step.</param>
    /// <param name="isApart">Whether another award has a thing of its own over there.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<bool> RestOnIt(StepContext context, Func<Award, bool> isApart, CancellationToken cancellation)
    {
        var others = await Read(context, cancellation);
        return others.Any(award =>
            award[context.Step.Name] is { IsUnwanted: false, Goal: not CredentialStatus.Revoked } step
            && !isApart(award)
            && (step.Attempts > 0 || (step.Goal == CredentialStatus.Valid && !award.IsHeld)));
    }

    /// <summary>Whether both know the ids of their things over there, and these differ; null where one of them knows none.</summary>
    public static bool? HaveOtherIds(StepContext context, Award other) =>
        other[context.Step.Name].Reference is { } own && context.Step.Reference is { } left ? own != left : null;

    /// <summary>Lets a later award wait until an earlier one has been taken back, or the taking back would hit the later.</summary>
    /// <exception cref="OutsideException">Throttled: an earlier one is still being taken back.</exception>
    public async Task LetEarlierEnd(StepContext context, CancellationToken cancellation)
    {
        if (context.Award.Id.Cycle == 0)
            return;
        var others = await Read(context, cancellation);
        if (others.Any(award =>
                award.Id.Cycle < context.Award.Id.Cycle && award[context.Step.Name] is { Goal: CredentialStatus.Revoked, HasEnded: false }))
            throw new OutsideException(
                OutsideFault.Throttled,
                "An earlier award of the same learner is still being withdrawn there. This one waits for it.");
    }

    private async Task<IEnumerable<Award>> Read(StepContext context, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(context.Award.Id.Dossier, cancellation);
        return dossier.Awards.Where(award => award.Id != context.Award.Id);
    }
}
