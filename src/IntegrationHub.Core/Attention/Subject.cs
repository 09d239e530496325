using System.Globalization;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>What an item is about, as its row is stored.</summary>
/// <param name="Source">A source, a connection, a queue, a step or a micro-credential.</param>
/// <param name="Fingerprint">What else makes it one item.</param>
/// <param name="Text">What a person needs to settle it, e.g. the LMS's user id or the course; kept until it is settled.</param>
/// <param name="Award">The award, if it is about one.</param>
/// <param name="Step">The step, if it is about one.</param>
public sealed record SubjectRow(string Source, string Fingerprint, string? Text = null, AwardId? Award = null, StepName? Step = null);

/// <summary>What an attention item is about: what happens again to the same subject counts up the same item.</summary>
public abstract record Subject
{
    private protected Subject(string source, string fingerprint, string? text = null, AwardId? award = null, StepName? step = null) =>
        Row = new(source, fingerprint, text, award, step);

    /// <summary>How it is stored.</summary>
    public SubjectRow Row { get; }

    /// <summary>What a person needs to settle it; null where its other members say all.</summary>
    public string? Text => Row.Text;
}

/// <summary>A subject that can be read from a stored row.</summary>
/// <typeparam name="TSelf">The subject.</typeparam>
public interface IStoredSubject<out TSelf>
    where TSelf : Subject
{
    /// <summary>Reads a row; null where it is none of this subject's.</summary>
    static abstract TSelf? Read(SubjectRow row);
}

/// <summary>A source.</summary>
/// <param name="Source">Its name.</param>
public sealed record SourceSubject(string Source) : Subject(Source, ""), IStoredSubject<SourceSubject>
{
    /// <inheritdoc/>
    public static SourceSubject Read(SubjectRow row) => new(row.Source);
}

/// <summary>The deliveries of a source that share a fault.</summary>
/// <param name="Source">The source.</param>
/// <param name="Fault">The fault.</param>
public sealed record DeliverySubject(string Source, string Fault) : Subject(Source, Fault), IStoredSubject<DeliverySubject>
{
    /// <inheritdoc/>
    public static DeliverySubject Read(SubjectRow row) => new(row.Source, row.Fingerprint);
}

/// <summary>A secret of a source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Purpose">What the secret is for.</param>
public sealed record SecretSubject(string Source, string Purpose) : Subject(Source, Purpose, Purpose), IStoredSubject<SecretSubject>
{
    /// <inheritdoc/>
    public static SecretSubject Read(SubjectRow row) => new(row.Source, row.Fingerprint);
}

/// <summary>A learner, by the name that a source uses.</summary>
/// <param name="Source">The source.</param>
/// <param name="Reference">The name; null where the source names nobody.</param>
/// <param name="Key">The key under which the name is remembered.</param>
public sealed record LearnerSubject(string Source, LearnerReference? Reference, string Key)
    : Subject(Source, Key, Reference?.Readable), IStoredSubject<LearnerSubject>
{
    /// <inheritdoc/>
    public static LearnerSubject Read(SubjectRow row) =>
        new(row.Source, LearnerReference.TryParse(row.Text, out var reference) ? reference : null, row.Fingerprint);
}

/// <summary>A course of a source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Course">The name under which it is one subject.</param>
/// <param name="Names">All its names, as a person reads them.</param>
public sealed record OfferingSubject(string Source, string Course, string? Names)
    : Subject(Source, Course, Names), IStoredSubject<OfferingSubject>
{
    /// <summary>A course with all its names.</summary>
    public OfferingSubject(string source, IReadOnlyList<string> names)
        : this(source, names is [var first, ..] ? first : "", string.Join(" / ", names))
    {
    }

    /// <inheritdoc/>
    public static OfferingSubject Read(SubjectRow row) => new(row.Source, row.Fingerprint, row.Text);
}

/// <summary>A connection to an outside system.</summary>
/// <param name="Name">Its <see cref="Connection.Name"/>.</param>
public sealed record ConnectionSubject(string Name) : Subject(Name, ""), IStoredSubject<ConnectionSubject>
{
    /// <summary>What the system is to the institution; null for a name of another release.</summary>
    public ConnectionRole? Role => Enum.TryParse<ConnectionRole>(Name.Split('~')[0], out var role) ? role : null;

    /// <summary>The source whose LMS it is, if one.</summary>
    public string? Source => Name.Split('~') is [_, var source] ? source : null;

    /// <inheritdoc/>
    public static ConnectionSubject Read(SubjectRow row) => new(row.Source);
}

/// <summary>An award.</summary>
/// <param name="MicroCredential">Code of the micro-credential.</param>
/// <param name="Id">The award.</param>
public sealed record AwardSubject(string MicroCredential, AwardId Id)
    : Subject(MicroCredential, Id.ToString(), award: Id), IStoredSubject<AwardSubject>
{
    /// <inheritdoc/>
    public static AwardSubject? Read(SubjectRow row) => row.Award is { } award ? new(row.Source, award) : null;
}

/// <summary>A step of an award.</summary>
/// <param name="Id">The award.</param>
/// <param name="Name">The step.</param>
public sealed record StepSubject(AwardId Id, StepName Name)
    : Subject(Name.ToString(), Id.ToString(), award: Id, step: Name), IStoredSubject<StepSubject>
{
    /// <inheritdoc/>
    public static StepSubject? Read(SubjectRow row) => row is { Award: { } award, Step: { } step } ? new(award, step) : null;
}

/// <summary>A learner's evidence for a micro-credential, where there is no award yet.</summary>
/// <param name="About">Names the dossier.</param>
public sealed record DossierSubject(AboutDossier About)
    : Subject(About.MicroCredential, About.ToString(), About.ToString()), IStoredSubject<DossierSubject>
{
    /// <inheritdoc/>
    public static DossierSubject? Read(SubjectRow row) =>
        row.Text?.Split('/') is [var learner, var code, var cycle] && int.TryParse(cycle, CultureInfo.InvariantCulture, out var number)
            ? new(new AboutDossier(learner, code, number))
            : null;
}

/// <summary>A learner's result of a course or an assessment.</summary>
/// <param name="Source">The source that states it.</param>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">Code of the micro-credential that it may decide.</param>
/// <param name="Of">What it is a result of: the LMS's ids of course, assessment and attempt.</param>
public sealed record ResultSubject(string Source, string Learner, string MicroCredential, string Of)
    : Subject(Source, $"{Learner}/{MicroCredential}/{Of}", $"{Learner}/{MicroCredential}/{Of}"), IStoredSubject<ResultSubject>
{
    /// <inheritdoc/>
    public static ResultSubject? Read(SubjectRow row) =>
        row.Text?.Split('/', 3) is [var learner, var code, var of] ? new(row.Source, learner, code, of) : null;
}

/// <summary>A message.</summary>
/// <param name="Queue">Its queue.</param>
/// <param name="Key">What makes it one subject.</param>
/// <param name="Reference">What it is about, as text.</param>
public sealed record MessageSubject(string Queue, string Key, string? Reference)
    : Subject(Queue, Key, Reference), IStoredSubject<MessageSubject>
{
    /// <inheritdoc/>
    public static MessageSubject Read(SubjectRow row) => new(row.Source, row.Fingerprint, row.Text);
}

/// <summary>The institution's files.</summary>
public sealed record CatalogueSubject() : Subject("catalogue", ""), IStoredSubject<CatalogueSubject>
{
    /// <inheritdoc/>
    public static CatalogueSubject Read(SubjectRow row) => new();
}

/// <summary>What another release stored: shown as it is.</summary>
/// <param name="Stored">The row.</param>
public sealed record OpaqueSubject(SubjectRow Stored) : Subject(Stored.Source, Stored.Fingerprint, Stored.Text, Stored.Award, Stored.Step);
