using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IntegrationHub.Tests.Functions.Settings;

/// <summary>The texts in an assembly's code, constants included.</summary>
internal static class UserStrings
{
    public static IReadOnlyList<string> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        List<string> texts = [];
        for (var next = MetadataTokens.UserStringHandle(1); !next.IsNil; next = metadata.GetNextHandle(next))
            texts.Add(metadata.GetUserString(next));
        return texts;
    }
}
