using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Functions.Settings;

/// <summary>The host settings that belong to no room.</summary>
public sealed class HubOptions
{
    /// <summary>
    /// Setting <c>PublicBaseUrl</c>: the address under which people and vendors reach the hub; never taken from a request.
    /// </summary>
    [Required(ErrorMessage = "PublicBaseUrl is not set: set it to the hub's public address, e.g. https://hub.example.ca.")]
    [Url(ErrorMessage = "PublicBaseUrl is no address: set it to the hub's public address, e.g. https://hub.example.ca.")]
    public string PublicBaseUrl { get; set; } = "";
}
