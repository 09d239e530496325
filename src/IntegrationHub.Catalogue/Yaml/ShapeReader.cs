using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>Reads one YAML file into its shape and goes on after a fault.</summary>
internal static class ShapeReader
{
    /// <summary>The file's content; null where nothing of it can be read.</summary>
    public static T? Read<T>(string file, string text, HostSettings settings, FaultList faults)
        where T : Shape
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            var parser = new BoundedParser(new Parser(scanner));
            var deserializer = new DeserializerBuilder()
                .WithNodeDeserializer(new ShapeNodes(file, settings, faults), where => where.OnTop())
                .Build();
            var before = faults.Count;
            parser.Consume<StreamStart>();
            var shape = deserializer.Deserialize<T?>(parser);
            if (shape is null && faults.Count == before)
                faults.Add(
                    new(file, 1, 1),
                    "missing",
                    new("Le fichier est vide.", "The file is empty."),
                    new("Ajoutez son contenu, ou supprimez-le.", "Add its content, or delete it."));
            else if (parser.Accept<DocumentStart>(out var second))
                faults.Add(
                    Place.At(file, second.Start),
                    "syntax",
                    new("Le fichier contient un second document YAML.", "The file contains a second YAML document."),
                    new(
                        "Mettez-le dans son propre fichier, ou enlevez la ligne «\u00a0---\u00a0».",
                        "Put it in its own file, or remove the line “---”."));
            return shape;
        }
        catch (BoundException bound)
        {
            faults.Add(Place.At(file, bound.Start), bound.Rule, bound.Problem, bound.Remedy);
            return null;
        }
        catch (YamlException fault)
        {
            // A syntax error names the start of its block; where it was noticed is nearer to the cause.
            faults.Add(
                Place.At(file, fault is SyntaxErrorException ? scanner.CurrentPosition : fault.Start),
                "syntax",
                new($"Le fichier n’est pas du YAML valide ({fault.Message}).", $"The file is not valid YAML ({fault.Message})."),
                new(
                    "Vérifiez les retraits, les deux-points et les guillemets à cette ligne.",
                    "Check the indentation, colons and quotes at this line."));
            return null;
        }
    }
}
