using IntegrationHub.Core.Model.MicroCredentials;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>
/// Counts what a YAML parser finds and stops it where no file of the catalogue needs as much: neither the scanner, which is
/// slow in depth, nor whoever builds something of it is led further.
/// </summary>
internal sealed class BoundedParser(IParser parser) : IParser
{
    /// <summary>How deep lists and mappings may nest.</summary>
    public const int Deepest = 32;

    /// <summary>Most keys, values, lists and mappings of a file.</summary>
    public const int MostNodes = 10_000;

    /// <summary>Most aliases (<c>*name</c>) of a file.</summary>
    public const int MostAliases = 100;

    private int _depth;
    private int _nodes;
    private int _aliases;

    public ParsingEvent? Current => parser.Current;

    /// <exception cref="BoundException">There is more than a file may hold.</exception>
    public bool MoveNext()
    {
        if (!parser.MoveNext())
            return false;
        Count(parser.Current!);
        return true;
    }

    private void Count(ParsingEvent found)
    {
        if (found is SequenceStart or MappingStart && ++_depth > Deepest)
            throw new BoundException(
                found,
                "yaml-depth",
                new(
                    $"Des listes ou des clés sont imbriquées sur plus de {Deepest} niveaux.",
                    $"Lists or keys nest more than {Deepest} levels deep."),
                new(
                    "Vérifiez les retraits et les crochets à cette ligne. Aucun fichier du catalogue n’est aussi profond.",
                    "Check the indentation and brackets at this line. No catalogue file nests this deep."));
        if (found is SequenceEnd or MappingEnd)
            _depth--;
        if (found is AnchorAlias && ++_aliases > MostAliases)
            throw new BoundException(
                found,
                "yaml-aliases",
                new(
                    $"Le fichier contient plus de {MostAliases} renvois («\u00a0*nom\u00a0»).",
                    $"The file contains more than {MostAliases} aliases (“*name”)."),
                new("Remplacez les renvois par leurs valeurs.", "Replace the aliases with their values."));
        if (found is NodeEvent && ++_nodes > MostNodes)
            throw new BoundException(
                found,
                "yaml-nodes",
                new(
                    $"Le fichier contient plus de {MostNodes} clés et valeurs.",
                    $"The file contains more than {MostNodes} keys and values."),
                new(
                    "Enlevez ce qui n’en fait pas partie. Chaque micro-titre a son propre fichier.",
                    "Remove what does not belong in it. Each micro-credential has its own file."));
    }
}

/// <summary>A file holds more than <see cref="BoundedParser"/> allows.</summary>
internal sealed class BoundException(ParsingEvent found, string rule, BilingualText problem, BilingualText remedy)
    : YamlException(found.Start, found.End, problem.En)
{
    public string Rule { get; } = rule;

    public BilingualText Problem { get; } = problem;

    public BilingualText Remedy { get; } = remedy;
}
