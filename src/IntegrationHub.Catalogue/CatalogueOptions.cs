using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Catalogue;

/// <summary>Where the catalogue is: the host settings <c>Catalogue:…</c>.</summary>
public sealed class CatalogueOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Catalogue";

    /// <summary>The folder that holds a folder per institution; it may be read-only.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>
    /// A folder of the hub's own for copies of the last good versions, outside <see cref="Folder"/> and outside git. Without it
    /// they are kept in memory only: after a restart a faulty institution is not in force.
    /// </summary>
    public string? LastGood { get; set; }

    /// <summary>
    /// The files are the blobs of the container <c>catalogue</c>; both folders are the hub's own copies, made anew when it starts.
    /// </summary>
    public bool FromBlobs { get; set; }

    /// <summary>How often the files' times are looked at; a day at most.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);
}
