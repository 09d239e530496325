using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>The rules that an award was issued under: files that change afterwards do not reach what was issued.</summary>
public sealed record AwardTerms
{
    /// <summary>What follows when later evidence speaks against it.</summary>
    public OnContradiction OnContradiction { get; init; }

    /// <summary>How mastery was to be shown; null where stacking alone earned it.</summary>
    public Assessment? Assessment { get; init; }

    // Generated readers set what is missing to null.
    /// <summary>What was to be stacked.</summary>
    public IReadOnlyList<Stack> Stacks { get => field ?? []; init; }

    /// <summary>Codes of the micro-credentials that were to be held before.</summary>
    public IReadOnlyList<string> Prerequisites { get => field ?? []; init; }

    /// <summary>How long it is valid; null where it does not expire.</summary>
    public Validity? Validity { get; init; }

    /// <summary>Days before its end from which a fresh assessment renews it; null where it cannot be renewed early.</summary>
    public int? RenewalDays { get; init; }

    /// <summary>Credits of its version; null where it bears none.</summary>
    public decimal? Credits { get; init; }

    /// <summary>The last day on which evidence counted; null where none was stated.</summary>
    public DateOnly? Sunset { get; init; }

    /// <summary>Which assessment was which component; empty where there was one assessment only.</summary>
    public IReadOnlyList<AssessedComponent> Components { get => field ?? []; init; }

    /// <summary>The terms of an award that is issued now.</summary>
    /// <param name="policy">The institution's policy.</param>
    /// <param name="microCredential">The catalogue entry.</param>
    /// <param name="version">The version that it was earned under.</param>
    internal static AwardTerms Of(Policy policy, MicroCredential microCredential, int version)
    {
        var rules = microCredential.InVersion(version);
        return new()
        {
            OnContradiction = policy.OnContradiction,
            Assessment = rules.Assessment is { } assessment ? assessment with { FeedbackFrom = null } : null,
            Stacks = rules.Stacks,
            Prerequisites = rules.Prerequisites,
            Validity = rules.Validity,
            RenewalDays = rules.RenewalDays,
            Credits = rules.Summary.Credits,
            Sunset = microCredential.LifeCycle?.Sunset,
            Components =
            [
                .. from offering in microCredential.Versions.SelectMany(one => one.Offerings)
                    from component in offering.Components
                    select new AssessedComponent(offering.Source, component.Value, component.Key),
            ],
        };
    }

    /// <summary>The entry as it would be had its files not changed since.</summary>
    internal MicroCredential Over(MicroCredential microCredential, int version)
    {
        var kept = microCredential.InVersion(version);
        var rules = kept with
        {
            Version = version,
            Assessment = Assessment,
            Stacks = Stacks,
            Prerequisites = Prerequisites,
            Validity = Validity,
            RenewalDays = RenewalDays,
            Summary = kept.Summary with { Credits = Credits },
        };
        return microCredential.Version == version
            ? rules
            : microCredential with
            {
                Earlier =
                [
                    .. microCredential.Earlier.Where(one => one.Version > version),
                    rules with { Earlier = [] },
                    .. microCredential.Earlier.Where(one => one.Version < version),
                ],
            };
    }

    /// <summary>The component that evidence was about; null where it was none.</summary>
    internal string? ComponentOf(Evidence evidence) =>
        Components.FirstOrDefault(one => one.Source == evidence.Source && one.Assessment == evidence.Assessment)?.Name;
}

/// <summary>An assessment in the LMS that was a component of the summative assessment.</summary>
/// <param name="Source">Name of the institution's source.</param>
/// <param name="Assessment">The LMS's id of it.</param>
/// <param name="Name">Name of the component.</param>
public sealed record AssessedComponent(string Source, string Assessment, string Name);
