using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>The rules that a decision may rest on.</summary>
public enum RuleName
{
    /// <summary>The summative assessment, or a component of it, reaches the threshold.</summary>
    Threshold,

    /// <summary>The summative assessment, or a component of it, is passed by letter.</summary>
    Letter,

    /// <summary>The summative assessment, or a component of it, is passed by the LMS's own word.</summary>
    PassFail,

    /// <summary>The LMS enforces the threshold and reports the course completed.</summary>
    CompletedInLms,

    /// <summary>How many attempts were taken of those allowed.</summary>
    Attempts,

    /// <summary>The assessment fell into its days.</summary>
    Window,

    /// <summary>It was earned before the sunset.</summary>
    Sunset,

    /// <summary>It was earned without the course, by the same assessment.</summary>
    PriorLearning,

    /// <summary>A prerequisite was held.</summary>
    Prerequisite,

    /// <summary>Enough was stacked.</summary>
    Stack,

    /// <summary>A person must approve.</summary>
    Approval,

    /// <summary>A person awarded it again after a revocation.</summary>
    Reawarded,
}

/// <summary>What a rule said.</summary>
public enum RuleVerdict
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>It is not met.</summary>
    NotMet,

    /// <summary>It leaves the word to a person.</summary>
    Asks,
}

/// <summary>
/// One rule of a decision: what it looked at and what it said. A sentence in either language comes from <see cref="Explanation"/>.
/// </summary>
/// <param name="Rule">Which.</param>
/// <param name="Verdict">What it said.</param>
/// <param name="Subject">What it is about, where a rule applies several times: a component, a code, an approval reason.</param>
/// <param name="Input">What it looked at, as a number: percent, attempts, parts, hours, credits.</param>
/// <param name="Needed">What it asks for, in the same unit.</param>
/// <param name="Text">What it looked at, as a word: a letter, a stack's measure.</param>
/// <param name="Day">What it looked at, as a day.</param>
/// <param name="Evidence">The event, or the award, that was looked at; null where none.</param>
public sealed record RuleResult(
    RuleName Rule,
    RuleVerdict Verdict,
    string? Subject = null,
    decimal? Input = null,
    decimal? Needed = null,
    string? Text = null,
    DateOnly? Day = null,
    string? Evidence = null);
