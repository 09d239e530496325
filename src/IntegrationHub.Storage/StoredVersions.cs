using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

/// <summary>
/// The versions of what is stored. Rows and messages bear the version of their shape as <c>V</c> (<c>v</c>), blobs as metadata
/// <c>v</c>; where none stands it is 1. A release reads every version up to its own and leaves alone what is newer. A member
/// that may be missing raises no version; everything else does: a member that must be there, another type or meaning, a value
/// that an enumeration did not have. What is raised is first read by one release and written by the next, so that one release
/// back reads all there is. Rows whose JSON goes on in a second property bear 1000 more. Rows without JSON have no version: properties are
/// added to them, never changed.
/// </summary>
internal static class StoredVersions
{
    private const string Metadata = "v";
    private const int First = 1;

    /// <summary>What is no longer at its first version.</summary>
    private static readonly Dictionary<Type, (int Read, int Written)> Raised = new() { [typeof(Envelope)] = (2, 2) };

    /// <summary>The version in which a type is written.</summary>
    public static int Written<T>() => Raised.TryGetValue(typeof(T), out var versions) ? versions.Written : First;

    /// <summary>The newest version of a type that is read.</summary>
    public static int Read(Type type) => Raised.TryGetValue(type, out var versions) ? versions.Read : First;

    /// <summary>Lets a version pass that this release reads.</summary>
    /// <exception cref="NewerShapeException">It is newer.</exception>
    public static void Check<T>(int? version, string name)
    {
        if (version > Read(typeof(T)))
            throw new NewerShapeException(typeof(T).Name, name, version.Value);
    }

    /// <summary>Lets a blob pass that this release reads.</summary>
    /// <exception cref="NewerShapeException">It is newer.</exception>
    public static void Check<T>(IDictionary<string, string> metadata, string name)
    {
        if (metadata.TryGetValue(Metadata, out var version))
            Check<T>(int.Parse(version, System.Globalization.CultureInfo.InvariantCulture), name);
    }

    /// <summary>What a blob of a type says of itself.</summary>
    public static Dictionary<string, string> MetadataOf<T>() => new() { [Metadata] = $"{Written<T>()}" };
}

/// <summary>
/// Something was written by a newer release, and nothing of it was changed. A message that meets it is put off, for a newer
/// release to take; who asks by HTTP asks again.
/// </summary>
/// <param name="shape">The shape.</param>
/// <param name="name">The row, blob or message.</param>
/// <param name="version">Its version.</param>
public sealed class NewerShapeException(string shape, string name, int version)
    : IOException($"{shape} {name} has version {version}, which a newer release wrote: this one leaves it alone.")
{
    /// <summary>The shape.</summary>
    public string Shape => shape;

    /// <summary>Its version.</summary>
    public int Version => version;
}
