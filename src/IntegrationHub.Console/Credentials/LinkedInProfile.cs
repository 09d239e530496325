using System.Globalization;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;

namespace IntegrationHub.Console.Credentials;

/// <summary>LinkedIn's "Add to profile".</summary>
public static class LinkedInProfile
{
    /// <summary>The site it leads to.</summary>
    public const string Site = "https://www.linkedin.com";

    /// <summary>The address that opens the form, filled in; months are 1 to 12.</summary>
    /// <param name="view">The credential.</param>
    /// <param name="title">Its title, as it is to stand in the profile.</param>
    /// <param name="language">The language of the organisation's name.</param>
    /// <param name="addresses">For the credential's public page.</param>
    public static string Address(CredentialView view, string title, string language, PublicAddresses addresses)
    {
        var issued = view.AwardedOn();
        List<(string Name, string Value)> fields = [("startTask", "CERTIFICATION_NAME"), ("name", title)];
        fields.Add(view.Institution.Issuer?.LinkedInOrganization is { } number
            ? ("organizationId", number.ToString(CultureInfo.InvariantCulture))
            : ("organizationName", view.Institution.Name.In(language)));
        AddMonth(fields, "issue", issued);
        if (view.Credential.ValidUntil is { } until)
            AddMonth(fields, "expiration", view.DayOf(until));
        fields.Add(("certUrl", addresses.Credential(view.Credential.Id).AbsoluteUri));
        fields.Add(("certId", view.Credential.Id.ToString()));
        return $"{Site}/profile/add?{string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))}";
    }

    /// <summary>The same, with the title as the credential's page shows it.</summary>
    public static string Address(CredentialView view, PageContext page, PublicAddresses addresses) =>
        Address(view, ShownCredential.Of(view, page)?.Title ?? page.Say("public.kind"), page.Language, addresses);

    private static void AddMonth(List<(string Name, string Value)> fields, string what, DateOnly day)
    {
        fields.Add(($"{what}Year", day.Year.ToString(CultureInfo.InvariantCulture)));
        fields.Add(($"{what}Month", day.Month.ToString(CultureInfo.InvariantCulture)));
    }
}
