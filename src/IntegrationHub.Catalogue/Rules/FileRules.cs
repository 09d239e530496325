using System.Text.RegularExpressions;
using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>Which files an institution's folder may hold, and how they are named.</summary>
internal static class FileRules
{
    public static bool IsMicroCredential(string path) =>
        path.StartsWith(InstitutionFiles.MicroCredentials, StringComparison.Ordinal)
        && path.EndsWith(".yaml", StringComparison.Ordinal)
        && !path[InstitutionFiles.MicroCredentials.Length..].Contains('/', StringComparison.Ordinal);

    /// <summary>Earlier versions are kept as <c>micro-credentials/{code}/v{version}.yaml</c>.</summary>
    public static bool IsEarlierVersion(string path) =>
        Regex.IsMatch(path, $@"^{InstitutionFiles.MicroCredentials}[^/]+/v[1-9][0-9]{{0,3}}\.yaml\z", RegexOptions.CultureInvariant);

    /// <summary>The code of the micro-credential that a file is of.</summary>
    public static string CodeOf(string path) =>
        Path.GetFileNameWithoutExtension(path[InstitutionFiles.MicroCredentials.Length..].Split('/')[0]);

    public static void Check(InstitutionFiles files, FaultList faults)
    {
        foreach (var path in files.TooLarge)
            faults.Add(
                Start(files, path),
                "file-size",
                new(
                    $"Ce fichier dépasse {InstitutionFiles.LargestText / 1024} Ko.",
                    $"This file is larger than {InstitutionFiles.LargestText / 1024} KB."),
                new(
                    "Enlevez ce qui n’en fait pas partie. Chaque micro-titre et chaque image a son propre fichier.",
                    "Remove what does not belong in it. Each micro-credential and each picture has its own file."));
        if (!files.Texts.ContainsKey(InstitutionFiles.Main) && !files.TooLarge.Contains(InstitutionFiles.Main))
            faults.Add(
                Start(files, InstitutionFiles.Main),
                "file-missing",
                new(
                    $"Le dossier «\u00a0{files.Id}\u00a0» n’a pas de fichier institution.yaml.",
                    $"The folder “{files.Id}” has no institution.yaml file."),
                new("Ajoutez-le, ou enlevez le dossier.", "Add it, or remove the folder."));
        foreach (var path in files.Texts.Keys.Where(path => path != InstitutionFiles.Main))
        {
            if (!IsMicroCredential(path) && !IsEarlierVersion(path))
                faults.Add(
                    Start(files, path),
                    "file-place",
                    new("Le carrefour ne lit pas de fichier à cet endroit.", "The hub does not read files in this place."),
                    new(
                        "Mettez un micro-titre dans micro-credentials/{code}.yaml, une version antérieure dans "
                            + "micro-credentials/{code}/v{version}.yaml, et l’établissement dans institution.yaml.",
                        "Put a micro-credential in micro-credentials/{code}.yaml, an earlier version in "
                            + "micro-credentials/{code}/v{version}.yaml, and the institution in institution.yaml."
                    ));
            else if (!Regex.IsMatch(CodeOf(path), DashedNameAttribute.Pattern, RegexOptions.CultureInvariant))
                faults.Add(
                    Start(files, path),
                    "code",
                    new(
                        "Le nom du fichier, qui est le code du micro-titre, n’est pas permis.",
                        "The file’s name, which is the micro-credential’s code, is not allowed."),
                    DashedNameAttribute.HowTo);
        }
    }

    /// <summary>The files are there, but cannot be opened.</summary>
    public static CatalogueFault Unreadable(string institution) =>
        new(
            $"{institution}/{InstitutionFiles.Main}",
            1,
            1,
            "file-unreadable",
            new("Un fichier de ce dossier ne peut pas être ouvert.", "A file in this folder cannot be opened."),
            new("Vérifiez les droits et les liens dans le dossier.", "Check the permissions and links in the folder."));

    /// <summary>The files together are more than an institution can need.</summary>
    public static CatalogueFault TooMuch(string institution) =>
        new(
            $"{institution}/{InstitutionFiles.Main}",
            1,
            1,
            "folder-size",
            new(
                $"Le dossier dépasse {InstitutionFiles.MostFiles} fichiers, {InstitutionFiles.MostText / 1024 / 1024} Mo de YAML ou "
                    + $"{InstitutionFiles.MostPictures / 1024 / 1024} Mo d’images.",
                $"The folder contains more than {InstitutionFiles.MostFiles} files, {InstitutionFiles.MostText / 1024 / 1024} MB of YAML "
                    + $"or {InstitutionFiles.MostPictures / 1024 / 1024} MB of pictures."
            ),
            new(
                "Enlevez les fichiers qui ne servent plus, et réduisez les images.",
                "Remove files that are no longer needed, and make the pictures smaller."));

    private static Place Start(InstitutionFiles files, string path) => new($"{files.Id}/{path}", 1, 1);
}
