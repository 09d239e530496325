using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Pictures;

/// <summary>Why an uploaded badge design is refused.</summary>
/// <param name="Line">Line of the file, from 1; 0 where the fault is of the file as a whole.</param>
/// <param name="Rule">Name of the rule, e.g. <c>svg-script</c>; stays the same when the text changes.</param>
/// <param name="Message">What is wrong, and what is allowed instead.</param>
internal sealed record PictureFault(int Line, string Rule, BilingualText Message);
