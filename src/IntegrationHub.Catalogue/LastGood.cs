using System.IO.Compression;
using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Pictures;

namespace IntegrationHub.Catalogue;

/// <summary>Keeps the files of each institution's last good version, so that it stays in force over a restart.</summary>
internal sealed class LastGood(string? folder)
{
    /// <summary>Replaces the copy in one move: a crash leaves the old one or the new one.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(InstitutionFiles files)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{files.Id}.{Guid.NewGuid():N}");
        try
        {
            Write(files, draft);
            File.Move(draft, Copy(files.Id), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The copy, or null where none was kept.</summary>
    public InstitutionFiles? Find(string id)
    {
        if (folder is null || !File.Exists(Copy(id)))
            return null;
        using var zip = ZipFile.OpenRead(Copy(id));
        var entries = zip.Entries.ToLookup(entry => PictureFile.Is(entry.FullName));
        return new(
            id,
            entries[false].ToDictionary(entry => entry.FullName, Text),
            entries[true].ToDictionary(entry => entry.FullName, Picture));
    }

    private static void Write(InstitutionFiles files, string archive)
    {
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Create);
        foreach (var (path, text) in files.Texts)
        {
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(text);
        }

        foreach (var (path, picture) in files.Pictures)
        {
            using var stream = zip.CreateEntry(path).Open();
            stream.Write(picture.Content.Span);
        }
    }

    private string Copy(string id) => Path.Combine(folder!, $"{id}.zip");

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static PictureFile Picture(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new(entry.Length, content.ToArray());
    }
}
