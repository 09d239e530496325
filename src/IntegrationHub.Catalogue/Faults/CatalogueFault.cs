using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Faults;

/// <summary>Something in a catalogue file that keeps its institution's new version from coming into force.</summary>
/// <param name="File">The file, relative to the catalogue folder, with slashes, e.g. <c>lacnord/institution.yaml</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Rule">Name of the rule, e.g. <c>unknown-key</c>; stays the same when the text changes.</param>
/// <param name="Message">What is wrong; never shows the value of a secret.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CatalogueFault(string File, int Line, int Column, string Rule, BilingualText Message, BilingualText Remedy)
{
    /// <summary>The institution whose file it is: the name of the folder.</summary>
    public string Institution => File.Split('/')[0];
}
