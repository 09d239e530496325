using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Lms;

/// <summary>One way in which a source proves that a delivery is its own.</summary>
public interface IAuthentication
{
    /// <summary>Which <see cref="Source.Authentication"/> it serves.</summary>
    string Scheme { get; }

    /// <summary>Whether the delivery comes from the source: in constant time, over the bytes as they arrived.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">What proves it (a key set) cannot be fetched now.</exception>
    ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation);

    /// <summary>The content as it may be kept: a credential inside it is blotted out.</summary>
    ReadOnlyMemory<byte> ToKeep(Source source, Delivery delivery) => delivery.Content;
}

/// <summary>Whether a delivery is let in, and if not, why: for the administrator, never told to the sender.</summary>
public enum Admission
{
    /// <summary>It comes from the source.</summary>
    Admitted,

    /// <summary>It bears no credential of the kind that the source's scheme asks for.</summary>
    Missing,

    /// <summary>It bears a credential that is not the source's.</summary>
    Wrong,

    /// <summary>Its signature is dated too far from now.</summary>
    OutOfTime,

    /// <summary>It is signed by a key that the sender does not publish.</summary>
    UnknownKey,

    /// <summary>
    /// The hub holds no secret of the source that could prove anything: the setting is empty, or not of the scheme's form.
    /// </summary>
    NoSecret,

    /// <summary>It is authentic but of another customer of the same vendor.</summary>
    Foreign,
}
