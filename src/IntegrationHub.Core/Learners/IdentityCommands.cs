using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>What is remembered of a source's names of learners: stated by a person, shown, loaded as a table, and forgotten.</summary>
public sealed class IdentityCommands(
    ILearners learners,
    LearnerMatcher matcher,
    IInstitutions institutions,
    IAttention attention,
    AttentionCommands commands,
    HeldCompletions held,
    Readers readers)
{
    /// <summary>Says which student one of a source's names of a learner is; completions that waited for it go on.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<Identified> Identify(
        string institutionId,
        string source,
        LearnerReference reference,
        string studentNumber,
        CancellationToken cancellation) =>
        await Identify(institutionId, source, reference, studentNumber, isAnswer: false, cancellation);

    /// <summary>Says which student the learner of an attention item is, who is unknown or may be several.</summary>
    /// <returns><see cref="IdentifyVerdict.NothingWaits"/> where the item is settled, or names nobody.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<IdentifyVerdict> Identify(string institution, string item, string studentNumber, CancellationToken cancellation) =>
        await attention.Find(institution, item, cancellation) is { Subject: LearnerSubject { Reference: { } reference } subject } asked
            ? (await Identify(institution, subject.Source, reference, studentNumber, asked.Candidates.Count > 0, cancellation)).Verdict
            : IdentifyVerdict.NothingWaits;

    private async Task<Identified> Identify(
        string institutionId,
        string source,
        LearnerReference reference,
        string studentNumber,
        bool isAnswer,
        CancellationToken cancellation)
    {
        if (!institutions.TryGet(institutionId, out var institution))
            return new(IdentifyVerdict.UnknownInstitution, null);
        if (!institution.Sources.ContainsKey(source))
            return new(IdentifyVerdict.UnknownSource, null);
        var learner = await matcher.Remember(institution, source, studentNumber, [reference], isAnswer, cancellation);
        if (learner is null)
            return new(IdentifyVerdict.UnknownStudent, null);
        await Release(institution, source, reference, cancellation);
        return new(IdentifyVerdict.Remembered, learner);
    }

    /// <summary>Loads lines of a table; the same lines again change nothing, and what waited for these learners goes on.</summary>
    /// <param name="institution">An institution in force.</param>
    /// <param name="source">One of its sources.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="areLast">Whether no more follow: then what waits under another name of a learner in the table goes on, too.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The numbers of the lines whose student the SIS does not know.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer; lines may be loaded already.</exception>
    public async Task<IReadOnlyList<int>> Load(
        string institution,
        string source,
        IReadOnlyList<IdentityLine> lines,
        bool areLast,
        CancellationToken cancellation)
    {
        var whose = institutions.Get(institution);
        var (unknown, named) = (new List<int>(), new HashSet<string>());
        foreach (var line in lines)
        {
            if (await matcher.RememberOnce(whose, source, line.StudentNumber, line.References, cancellation) is null)
                unknown.Add(line.Line);
            else
                named.UnionWith(
                    from one in line.References
                    from item in UncertainLearner.Items(whose, source, [one], matcher)
                    select item.Id);
        }

        await Retry(whose, source, item => named.Contains(item.Id), otherNames: areLast, cancellation);

        return unknown;
    }

    /// <summary>The learner that a name leads to; null where it is not remembered.</summary>
    public async Task<Learner?> Find(string institution, string source, LearnerReference reference, CancellationToken cancellation) =>
        await matcher.Known(institutions.Get(institution), source, reference, cancellation) is { } id
            ? await learners.Find(institution, id, cancellation)
            : null;

    /// <summary>Forgets a name: who it is will be asked again.</summary>
    /// <returns>How many names were forgotten; a student number stands for all that lead to the student, and stays itself.</returns>
    public async Task<int> Forget(string institution, string source, LearnerReference reference, CancellationToken cancellation)
    {
        var key = matcher.KeyOf(institutions.Get(institution), source, reference);
        if (reference.Kind != LearnerReferenceKind.StudentNumber)
            return await learners.Forget(institution, key, cancellation) is null ? 0 : 1;
        return await learners.FindId(institution, key, cancellation) is { } id
            ? await learners.ForgetAllBut(institution, id, key, cancellation)
            : 0;
    }

    /// <summary>
    /// Lets go on what waits for the learner, under whichever name; what waits for others is left alone, and not told again.
    /// </summary>
    private async Task Release(Institution institution, string source, LearnerReference reference, CancellationToken cancellation)
    {
        var named = false;
        foreach (var item in UncertainLearner.Items(institution, source, [reference], matcher))
            named |= await commands.Retry(institution.Id, item.Id, cancellation) == RetryVerdict.Sent;
        if (!named)
            await Retry(institution, source, _ => false, otherNames: true, cancellation);
    }

    private async Task Retry(
        Institution institution,
        string source,
        Func<AttentionItem, bool> which,
        bool otherNames,
        CancellationToken cancellation)
    {
        foreach (var item in await attention.Open(institution.Id, cancellation))
        {
            if (item.Cause is UncertainLearner
                && item.Source == source
                && (which(item) || (otherNames && await IsKnownByNow(institution, item, cancellation))))
                await commands.Retry(institution.Id, item.Id, cancellation);
        }
    }

    /// <summary>
    /// Whether one of the names in a completion that waits leads to somebody; where several are known, whether a person said to whom. Who
    /// is asked about an account itself is answered there.
    /// </summary>
    private async Task<bool> IsKnownByNow(Institution institution, AttentionItem item, CancellationToken cancellation)
    {
        if (item.Cause is AccountPassedOn)
            return false;
        await foreach (var waiting in attention.Waiting(institution.Id, item.Id, cancellation))
        {
            if (await held.Read(waiting, cancellation) is not { } kept || !institution.Sources.TryGetValue(kept.Source, out var source))
                continue;
            var names = readers.Read(source, kept).Completions.Where(completion => completion.EventId == waiting.EventId)
                .SelectMany(completion => completion.Learner);
            foreach (var name in names)
                if (await learners.Identify(institution.Id, matcher.KeyOf(institution, source.Name, name), cancellation) is { } known
                    && (known.IsStated || item.Cause is UnknownLearner))
                    return true;
        }

        return false;
    }
}

/// <summary>What came of naming a learner.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Learner">The learner's id, where remembered.</param>
public sealed record Identified(IdentifyVerdict Verdict, string? Learner);

/// <summary>Verdicts on naming a learner.</summary>
public enum IdentifyVerdict
{
    /// <summary>Remembered; what waited goes on.</summary>
    Remembered,

    /// <summary>No such institution in force.</summary>
    UnknownInstitution,

    /// <summary>The institution has no such source.</summary>
    UnknownSource,

    /// <summary>The SIS knows no such student number.</summary>
    UnknownStudent,

    /// <summary>The attention item is settled, or its source named nobody.</summary>
    NothingWaits,
}
