using IntegrationHub.Catalogue;
using IntegrationHub.Core.Attention;
using IntegrationHub.Storage;

namespace IntegrationHub.Testing.Storage;

/// <summary>Attention items as they are read from their rows.</summary>
internal static class StoredItems
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Every cause that there is.</summary>
    public static IReadOnlyList<Cause> Causes { get; } =
    [
        .. from assembly in new[] { typeof(Cause).Assembly, typeof(FaultyFiles).Assembly }
           from type in assembly.GetExportedTypes()
           where type.IsSubclassOf(typeof(Cause)) && !type.IsAbstract
           select (Cause)Activator.CreateInstance(type, type == typeof(MessageFailed) ? [new MessageTexts()] : [])!,
    ];

    public static AttentionItem Of(string cause, SubjectRow row, string institution = "lacnord")
    {
        var known = new Causes(Causes).Of(cause);
        return new() { Institution = institution, Cause = known, Subject = known.Read(row), First = Noon, Last = Noon };
    }
}
