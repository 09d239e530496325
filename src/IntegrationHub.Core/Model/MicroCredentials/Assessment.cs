namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>What the summative assessment must show (toolkit, chapters 3 and 9).</summary>
/// <param name="PassThreshold">Lowest score that passes, in percent, above 0 and at most 100.</param>
/// <param name="EnforcedByLms">Whether the LMS lets a learner complete only with the threshold reached: then a completion without a score
/// is proof.</param>
/// <param name="Attempts">Attempts that are the norm; the LMS enforces them, and where more were taken a person is asked.</param>
/// <param name="FeedbackFrom">Who gives feedback between attempts, in both languages; null where nobody is named.</param>
public sealed record Assessment(decimal PassThreshold, bool EnforcedByLms, int Attempts = 2, BilingualText? FeedbackFrom = null)
{
    /// <summary>Which of several attempts counts.</summary>
    public AttemptChoice Counts { get; init; }

    /// <summary>
    /// The letters that the LMS gives, the best first, down to the last that passes; null where scores or pass and fail count.
    /// </summary>
    public IReadOnlyList<string>? PassingLetters { get; init; }

    /// <summary>The components that must each be passed; empty where there is one assessment only.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>The days on which an assessment counts; null where every day does.</summary>
    public Window? Window { get; init; }
}

/// <summary>A part of the summative assessment that must be passed by itself.</summary>
/// <param name="Name">Name within the entry, e.g. <c>practical</c>.</param>
/// <param name="Title">Title in both languages.</param>
/// <param name="PassThreshold">Lowest score that passes, in percent; null where the assessment's own applies.</param>
public sealed record Component(string Name, BilingualText Title, decimal? PassThreshold = null);

/// <summary>Which of several attempts counts.</summary>
public enum AttemptChoice
{
    /// <summary>The best one.</summary>
    Best,

    /// <summary>The last one, also where it is worse.</summary>
    Last,

    /// <summary>The first one only.</summary>
    First,
}

/// <summary>The days on which an assessment counts, in the institution's time zone.</summary>
/// <param name="First">First day; null for no beginning.</param>
/// <param name="Last">Last day; null for no end.</param>
/// <param name="GraceDays">Days after the last on which it still counts, marked as late.</param>
public sealed record Window(DateOnly? First, DateOnly? Last, int GraceDays = 0);
