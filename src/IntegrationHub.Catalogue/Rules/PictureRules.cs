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
                new($"L'image « {name.Value} » n'est pas là.", $"The picture “{name.Value}” is not there."),
                new("Mettez-la à côté de ce fichier, ou corrigez son chemin.", "Put it beside this file, or correct its path."));
        else if (picture.Length > Picture.Largest)
            faults.Add(
                name.Place,
                "picture-size",
                new($"L'image a {picture.Length / 1024} Ko : c'est trop.", $"The picture has {picture.Length / 1024} KB: that is too much."),
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
                new($"« {name.Value} » n'est pas un PNG entier, comme son nom le dit.", $"“{name.Value}” is no whole PNG as its name says."),
                new("Exportez l'image de nouveau ; un autre format ne se change pas en changeant le nom.", "Export the picture again; another format is not changed by changing the name."));
        foreach (var fault in type == Picture.Svg ? picture.SvgFaults : [])
            faults.Add(
                name.Place,
                fault.Rule,
                new($"« {name.Value} », ligne {fault.Line} : {fault.Message.Fr}", $"“{name.Value}”, line {fault.Line}: {fault.Message.En}"),
                new("Exportez un SVG simple : sans script, sans lien, sans police ni image externes.", "Export a plain SVG: no script, no link, no outside font or picture."));
    }
}
