using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Console.Pictures;

/// <summary>What a generated badge shows.</summary>
/// <param name="Title">Title of the micro-credential; wrapped to at most four lines, shrunk to fit, cut with an ellipsis where even that is
/// too long.</param>
/// <param name="Institution">Name of the institution that issues it.</param>
/// <param name="Year">Year of the award or of the version.</param>
/// <param name="Colours">The institution's colours; text that could not be read in them is white or black instead (contrast 4.5:1, WCAG 2.2
/// criterion 1.4.3).</param>
/// <param name="Language">BCP 47 tag of title and institution, e.g. <c>fr</c>, <c>iu</c> or <c>ar</c>.</param>
public sealed record BadgeFace(string Title, string Institution, int Year, Colours Colours, string Language);
