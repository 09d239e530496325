using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IntegrationHub.Cli.Infra.Model;

/// <summary>What calls a function.</summary>
/// <param name="Kind"><c>Http</c>, <c>Queue</c> or <c>Timer</c>.</param>
/// <param name="Function">Name of the function.</param>
/// <param name="Value">The route, the queue, or the schedule.</param>
internal sealed record FunctionTrigger(string Kind, string Function, string Value);

/// <summary>Reads the triggers' attributes from an assembly without loading it: the command needs no web framework for that.</summary>
internal static class FunctionTriggers
{
    private const string Suffix = "TriggerAttribute";

    public static IReadOnlyList<FunctionTrigger> Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MethodDefinitions
               let method = metadata.GetMethodDefinition(handle)
               from parameter in method.GetParameters()
               from attribute in metadata.GetParameter(parameter).GetCustomAttributes().Select(metadata.GetCustomAttribute)
               let kind = NameOf(metadata, attribute)
               where kind.EndsWith(Suffix, StringComparison.Ordinal)
               let value = attribute.DecodeValue(AttributeTypes.Instance)
               select new FunctionTrigger(kind[..^Suffix.Length], Function(metadata, method), Value(value)),
        ];
    }

    private static string Function(MetadataReader metadata, MethodDefinition method) => method.GetCustomAttributes()
        .Select(metadata.GetCustomAttribute)
        .Where(attribute => NameOf(metadata, attribute) == "FunctionAttribute")
        .Select(attribute => (string)attribute.DecodeValue(AttributeTypes.Instance).FixedArguments[0].Value!)
        .FirstOrDefault() ?? metadata.GetString(method.Name);

    // A route is a property; a queue and a schedule are the constructor's argument.
    private static string Value(CustomAttributeValue<string> attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Name == "Route").Value as string
        ?? attribute.FixedArguments.Select(argument => argument.Value).OfType<string>().FirstOrDefault()
        ?? "";

    private static string NameOf(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind switch
        {
            HandleKind.MemberReference
                when metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                    is { Kind: HandleKind.TypeReference } type => metadata.GetString(
                metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.MethodDefinition => metadata.GetString(
                metadata
                    .GetTypeDefinition(metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType())
                    .Name),
            _ => "",
        };
}
