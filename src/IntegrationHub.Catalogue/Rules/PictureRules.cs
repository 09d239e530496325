using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A picture that a file names is there, is what its name says, is small enough and does nothing but be seen.</summary>
internal static class PictureRules
{
    private static readonly PicturePathAttribute Syntax = new();

    public static void Check(InstitutionDraft draft, string file, Located<string>? name, FaultList faults)
    {
        if (name is null || !Syntax.Accepts(name.Value))
            return;
        if (!draft.Pictures.TryGetValue(PictureFile.Path(file, name.Value), out var picture))
            faults.Add(
                name.Place,
                "picture-missing",
                new($"L’image «\u00a0{name.Value}\u00a0» n’existe pas.", $"The picture “{name.Value}” does not exist."),
                new("Mettez-la à côté de ce fichier, ou corrigez son chemin.", "Put it beside this file, or fix its path."));
        else if (picture.Length > Picture.Largest)
            faults.Add(
                name.Place,
                "picture-size",
                new(
                    $"L’image fait {picture.Length / 1024} Ko, ce qui est trop gros.",
                    $"The picture is {picture.Length / 1024} KB, which is too large."),
                new("Réduisez-la à 512 Ko au plus.", "Reduce it to 512 KB at most."));
        else
            CheckContent(name, picture, faults);
    }

    private static void CheckContent(Located<string> name, PictureFile picture, FaultList faults)
    {
        var type = picture.ToCore(name.Value).MediaType;
        if (type == Picture.Png && !PngFile.IsWhole(picture.Content.Span))
            faults.Add(
                name.Place,
                "picture-type",
                new(
                    $"«\u00a0{name.Value}\u00a0» n’est pas un PNG complet, bien que son nom le dise.",
                    $"“{name.Value}” is not a complete PNG, although its name says so."),
                new(
                    "Exportez l’image de nouveau. Renommer un fichier ne change pas son format.",
                    "Export the picture again. Renaming a file does not change its format."));
        foreach (var fault in type == Picture.Svg ? picture.SvgFaults : [])
            faults.Add(
                name.Place,
                fault.Rule,
                new(
                    $"«\u00a0{name.Value}\u00a0», ligne {fault.Line}\u00a0: {fault.Message.Fr}",
                    $"“{name.Value}”, line {fault.Line}: {fault.Message.En}"),
                new(
                    "Exportez un SVG simple : sans script, sans lien, sans police ni image externes.",
                    "Export a plain SVG: no script, no link, no external font or picture."));
    }
}
