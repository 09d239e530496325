namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>
/// The fifteen elements of the toolkit's chapter 11, less those that belong to one award (date awarded) or to the
/// institution (provider). Elements that the catalogue may not yet hold are null.
/// </summary>
public sealed record CriticalInformationSummary
{
    /// <summary>Title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Description of content and purpose.</summary>
    public required BilingualText Description { get; init; }

    /// <summary>Learning outcomes.</summary>
    public IReadOnlyList<LearningOutcome> LearningOutcomes { get; init; } = [];

    /// <summary>Mode of participation: online, on site, both.</summary>
    public BilingualText? Participation { get; init; }

    /// <summary>Credits, if any; null where not credit-bearing.</summary>
    public decimal? Credits { get; init; }

    /// <summary>Hours of learning.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Prerequisites.</summary>
    public BilingualText? Prerequisites { get; init; }

    /// <summary>Learning resources.</summary>
    public BilingualText? Resources { get; init; }

    /// <summary>Type of assessment.</summary>
    public BilingualText? AssessmentType { get; init; }

    /// <summary>Supervision and identity verification.</summary>
    public BilingualText? Supervision { get; init; }

    /// <summary>Quality assurance body.</summary>
    public QualityBody? QualityAssurance { get; init; }

    /// <summary>Result for the learner: admission, credit, certification, badge.</summary>
    public BilingualText? Outcome { get; init; }

    /// <summary>Integration and stacking options.</summary>
    public BilingualText? Stacking { get; init; }
}
