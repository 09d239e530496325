namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>The phases of a micro-credential, sunrise to sunset (toolkit, chapter 3).</summary>
public enum Phase
{
    /// <summary>Ideation.</summary>
    Ideation,

    /// <summary>Feasibility.</summary>
    Feasibility,

    /// <summary>Design.</summary>
    Design,

    /// <summary>Development.</summary>
    Development,

    /// <summary>Marketing and launch.</summary>
    Launch,

    /// <summary>Delivery or pilot.</summary>
    Delivery,

    /// <summary>Evaluation and revision.</summary>
    Revision,

    /// <summary>The last day on which anything is awarded; what was issued stays valid until its own end.</summary>
    Sunset,
}

/// <summary>When a micro-credential enters its phases.</summary>
/// <param name="Begins">First day of each phase that is known; for <see cref="Phase.Sunset"/> the last day on which anything is
/// awarded.</param>
public sealed record LifeCycle(IReadOnlyDictionary<Phase, DateOnly> Begins)
{
    /// <summary>The last day on which it can be earned; null where none is set.</summary>
    public DateOnly? Sunset => Begins.TryGetValue(Phase.Sunset, out var day) ? day : null;

    /// <summary>The phase on a day; null before the first that is known.</summary>
    public Phase? On(DateOnly day) =>
        Begins.Where(phase => phase.Key == Phase.Sunset ? phase.Value < day : phase.Value <= day).Select(phase => (Phase?)phase.Key).Max();
}
