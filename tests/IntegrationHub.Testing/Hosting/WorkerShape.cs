using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using IntegrationHub.Cli.Infra.Model;

namespace IntegrationHub.Testing.Hosting;

/// <summary>
/// The worker's public shape, read from files without loading them: a line per member, <c>Type.Member(parameters) : result</c>.
/// </summary>
internal static class WorkerShape
{
    private const string Namespace = "Microsoft.Azure.Functions.Worker";

    /// <summary>What an assembly offers under the worker's namespaces.</summary>
    public static IReadOnlyList<string> Offered(string assembly) =>
        Read(assembly, metadata =>
            from handle in metadata.TypeDefinitions
            let type = metadata.GetTypeDefinition(handle)
            where
                IsOfTheWorker(metadata.GetString(type.Namespace))
                && (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
            let name = Signatures.Instance.GetTypeFromDefinition(metadata, handle, 0)
            from member in Methods(metadata, type, name).Concat(Values(metadata, type, name))
            select member);


    /// <summary>What an assembly uses of them, in code and in attributes.</summary>
    public static IReadOnlyList<string> Used(string assembly) => Read(assembly, metadata =>
        (from handle in metadata.MemberReferences
         let member = metadata.GetMemberReference(handle)
         let type = Parent(metadata, member)
         where type is not null
         select Line(type, metadata.GetString(member.Name), member.DecodeMethodSignature(Signatures.Instance, null)))
        .Concat(
            from handle in metadata.CustomAttributes
            let attribute = metadata.GetCustomAttribute(handle)
            where attribute.Constructor.Kind == HandleKind.MemberReference
            let type = Parent(metadata, metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor))
            where type is not null
            from argument in attribute.DecodeValue(AttributeTypes.Instance).NamedArguments
            select $"{type}.set_{argument.Name}(System.{argument.Type}) : System.Void"));

    private static IReadOnlyList<string> Read(string assembly, Func<MetadataReader, IEnumerable<string>> members)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return [.. members(file.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Methods(MetadataReader metadata, TypeDefinition type, string name) =>
        from handle in type.GetMethods()
        let method = metadata.GetMethodDefinition(handle)
        where (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
        select Line(name, metadata.GetString(method.Name), method.DecodeSignature(Signatures.Instance, null));

    private static IEnumerable<string> Values(MetadataReader metadata, TypeDefinition type, string name) =>
        from handle in type.GetFields()
        let field = metadata.GetFieldDefinition(handle)
        where !field.GetDefaultValue().IsNil
        let value = metadata.GetConstant(field.GetDefaultValue())
        select $"{name}.{metadata.GetString(field.Name)} = {metadata.GetBlobReader(value.Value).ReadConstant(value.TypeCode)}";

    private static string? Parent(MetadataReader metadata, MemberReference member) =>
        member is { Parent.Kind: HandleKind.TypeReference }
        && metadata.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
        && IsOfTheWorker(metadata.GetString(type.Namespace))
            ? Signatures.Instance.GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0)
            : null;

    private static bool IsOfTheWorker(string name) => name == Namespace || name.StartsWith(Namespace + ".", StringComparison.Ordinal);

    private static string Line(string type, string name, MethodSignature<string> signature) =>
        $"{type}.{name}({string.Join(", ", signature.ParameterTypes)}) : {signature.ReturnType}";
}
