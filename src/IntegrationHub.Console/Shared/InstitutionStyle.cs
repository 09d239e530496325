using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Console.Pictures.Drawing;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Console.Shared;

/// <summary>
/// An institution's colours as a style sheet of its own: the pages allow no style written into them. Text is always
/// readable on the ground it stands on, whatever colours were chosen.
/// </summary>
public static class InstitutionStyle
{
    /// <summary>Media type of the sheet.</summary>
    public const string MediaType = "text/css; charset=utf-8";

    /// <summary>Where the pages look for it; changes with the colours, so that it may be cached for ever.</summary>
    public static string Address(Institution institution) =>
        $"/issuers/{institution.Id}/colours.css?v={Convert.ToHexStringLower(SHA256.HashData(Sheet(institution)).AsSpan(0, 8))}";

    /// <summary>The sheet, in UTF-8.</summary>
    public static byte[] Sheet(Institution institution)
    {
        var palette = Palette.Of(institution.Issuer?.Colours ?? new());
        return Encoding.UTF8.GetBytes(
            $":root {{ --brand: {palette.Field}; --on-brand: {palette.Ink}; --brand-edge: {palette.Border}; }}\n");
    }
}
