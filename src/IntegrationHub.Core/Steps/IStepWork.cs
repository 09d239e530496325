using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Steps;

/// <summary>What a step does in the outside world.</summary>
public interface IStepWork
{
    /// <summary>Which step.</summary>
    StepName Name { get; }

    /// <summary>Which connection it uses.</summary>
    ConnectionRole Role { get; }

    /// <summary>Does it, or finds it done; asks for the confirmation where it was submitted before.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The outside system did not do it.</exception>
    Task<StepResult> Do(StepContext context, CancellationToken cancellation);
}

/// <summary>What a step works with.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Connection">The outside system.</param>
/// <param name="MicroCredential">The catalogue entry.</param>
/// <param name="Award">The award, with all its steps as last read.</param>
/// <param name="Step">The step as it was before this attempt.</param>
public sealed record StepContext(Institution Institution, Connection Connection, MicroCredential MicroCredential, Award Award, Step Step)
{
    /// <summary>Notice id: the same for every repeat of this step towards this goal.</summary>
    public string NoticeId =>
        IsFirst
            ? $"{Award.Id}/{Step.Name}".ToLowerInvariant()
            : string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{Award.Id}/{Step.Name}/{Step.Goal}/{Award.Changed?.UtcTicks}")
                .ToLowerInvariant();


    /// <summary>Whether nothing was brought about here before.</summary>
    public bool IsFirst => Step.Goal == IntegrationHub.Core.Model.Awards.CredentialStatus.Valid && Step.Reference is null;
}

/// <summary>What came of it.</summary>
/// <param name="State"><see cref="StepState.Done"/> or <see cref="StepState.Submitted"/>.</param>
/// <param name="Reference">The other side's id.</param>
/// <param name="Link">Where it can be seen.</param>
public sealed record StepResult(StepState State, string? Reference = null, Uri? Link = null);
