using System.Text.RegularExpressions;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>How the learners of a source are found.</summary>
public sealed record LearnerMatching
{
    private static readonly MatchingStrategy[] Usual = [MatchingStrategy.StudentNumber, MatchingStrategy.Known];

    /// <summary>The strategies in the order that was stated.</summary>
    public IReadOnlyList<MatchingStrategy> Stated { get; init; } = Usual;

    /// <summary>What leads from a login to the student number: its first group; null where the login is the number.</summary>
    public Regex? LoginPattern { get; init; }

    /// <summary>Whether the student number in a completion is asked about, and before the address beside it.</summary>
    internal bool AsksNumberBeforeAddress =>
        Stated.FirstOrDefault(strategy => strategy is MatchingStrategy.StudentNumber or MatchingStrategy.Email, MatchingStrategy.Email)
        == MatchingStrategy.StudentNumber;

    /// <summary>
    /// The strategies in the order that is tried. What is remembered comes before any question by another name than the
    /// student number, stated or not: a person's word ends every doubt, and nobody is asked twice.
    /// </summary>
    public IEnumerable<MatchingStrategy> Order
    {
        get
        {
            var others = Stated.Where(strategy => strategy != MatchingStrategy.Known).Distinct().ToList();
            var known = Stated is [MatchingStrategy.Known, ..] ? 0 : others is [MatchingStrategy.StudentNumber, ..] ? 1 : 0;
            return [.. others.Take(known), MatchingStrategy.Known, .. others.Skip(known)];
        }
    }
}

/// <summary>A way to find out who a learner is.</summary>
public enum MatchingStrategy
{
    /// <summary>The student number in the payload: asked of the SIS once, then remembered.</summary>
    StudentNumber,

    /// <summary>What is remembered of the source's names: found before, stated by a person, or loaded from a file.</summary>
    Known,

    /// <summary>The SIS is asked by e-mail address.</summary>
    Email,

    /// <summary>The login is the student number, or leads to it by a pattern.</summary>
    Login,

    /// <summary>
    /// The LMS's own API tells the student number, the login and the e-mail address; the strategies after it have them too.
    /// </summary>
    Lms,

    /// <summary>The institution's directory (Microsoft Graph) tells the student number.</summary>
    Graph,
}
