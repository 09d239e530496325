using System.Runtime.CompilerServices;

namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>Finds what a completion of a course, or a score in it, may lead to.</summary>
public sealed class OfferingIndex
{
    private static readonly ConditionalWeakTable<IReadOnlyDictionary<string, MicroCredential>, OfferingIndex> Built = [];

    private readonly ILookup<(string Source, string Course), (Offering Offering, MicroCredential MicroCredential)> _byCourse;
    private readonly ILookup<string, (Offering Offering, MicroCredential MicroCredential)> _byTerm;
    private readonly ILookup<string, MicroCredential> _byPart;
    private readonly Dictionary<(string Source, string Name), string> _spellings = [];

    private OfferingIndex(IReadOnlyCollection<MicroCredential> microCredentials)
    {
        var offered = (
            from microCredential in microCredentials
            from version in microCredential.Versions
            from offering in version.Offerings
            select (Offering: offering, MicroCredential: microCredential)).ToList();
        _byCourse = offered.Where(pair => pair.Offering.Terms is null).ToLookup(pair => (pair.Offering.Source, pair.Offering.Course));
        _byTerm = offered.Where(pair => pair.Offering.Terms is not null).ToLookup(pair => pair.Offering.Source);
        foreach (var offering in offered.Select(pair => pair.Offering))
            foreach (var name in offering.Assessments().Append(offering.Course))
                _spellings.TryAdd((offering.Source, name.ToUpperInvariant()), name);
        _byPart = (from microCredential in microCredentials from part in microCredential.RestsOn select (part, microCredential)).ToLookup(
            pair => pair.part,
            pair => pair.microCredential);
    }

    /// <summary>The index of a catalogue; built once for each.</summary>
    public static OfferingIndex Of(IReadOnlyDictionary<string, MicroCredential> microCredentials) =>
        Built.GetValue(microCredentials, catalogue => new([.. catalogue.Values]));

    /// <summary>
    /// The micro-credentials whose decision may rest on a part: milestones that stack it, and entries that ask for it before.
    /// </summary>
    /// <param name="part">Code of a micro-credential, or name of a recognised outside credential.</param>
    public IEnumerable<MicroCredential> RestingOn(string part) => _byPart[part];

    /// <summary>Everything that a source offers, in any version.</summary>
    public IReadOnlyList<Offering> Of(string source) =>
        [
            .. _byCourse
                .Where(course => course.Key.Source == source)
                .SelectMany(course => course)
                .Concat(_byTerm[source])
                .Select(pair => pair.Offering),
        ];

    /// <summary>
    /// A course or an assessment as the offerings of a source spell it: LMSs tell no two apart by case, but send what somebody typed. As it
    /// is where no offering names it.
    /// </summary>
    public string Spelt(string source, string name) => _spellings.GetValueOrDefault((source, name.ToUpperInvariant()), name);

    /// <summary>
    /// The micro-credentials that an event of the source counts for. An offering of the very course goes before those of every term.
    /// </summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="courses">Every id of the course that the event carries.</param>
    /// <param name="assessment">The LMS's id of the assessment; null for the course as a whole, which counts for every offering of
    /// it.</param>
    /// <param name="kind">What the LMS says happened: the grade of a whole course counts only for offerings that name no
    /// assessment.</param>
    public OfferingMatch Match(
        string source,
        IEnumerable<string> courses,
        string? assessment,
        CompletionKind kind = CompletionKind.Completed)
    {
        var ids = courses.Distinct().ToList();
        var offered = ids.SelectMany(course => _byCourse[(source, course)]).ToList();
        var found = CountedBy(offered, assessment, kind);
        if (found.Count == 0)
        {
            offered.AddRange(_byTerm[source].Where(offer => offer.Offering.IsOf(ids)));
            found = CountedBy(offered, assessment, kind);
        }

        return new(
            offered.Count == 0 ? OfferingMatchKind.UnknownCourse
                : found.Count == 0 ? OfferingMatchKind.OtherAssessment
                : OfferingMatchKind.Found,
            found);
    }

    private static IReadOnlyList<MicroCredential> CountedBy(
        IEnumerable<(Offering Offering, MicroCredential MicroCredential)> offered,
        string? assessment,
        CompletionKind kind) =>
        [
            .. offered
                .Where(offer => Counts(offer.Offering, assessment, kind))
                .Select(offer => offer.MicroCredential)
                .DistinctBy(found => found.Code),
        ];

    private static bool Counts(Offering offering, string? assessment, CompletionKind kind) =>
        assessment is null ? kind != CompletionKind.Assessed || !offering.Assessments().Any() : offering.Assessments().Contains(assessment);
}

/// <summary>What an event of a source counts for.</summary>
/// <param name="Kind">Whether anything was found, and if not, why.</param>
/// <param name="MicroCredentials">What it counts for; empty unless <see cref="OfferingMatchKind.Found"/>.</param>
public sealed record OfferingMatch(OfferingMatchKind Kind, IReadOnlyList<MicroCredential> MicroCredentials);

/// <summary>How an event relates to the offerings of an institution.</summary>
public enum OfferingMatchKind
{
    /// <summary>No offering is of this course: a person must look.</summary>
    UnknownCourse,

    /// <summary>The course is offered, but this assessment is not the summative one: nothing is to be done.</summary>
    OtherAssessment,

    /// <summary>It counts for at least one micro-credential.</summary>
    Found,
}
