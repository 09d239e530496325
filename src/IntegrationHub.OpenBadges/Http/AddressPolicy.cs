using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.OpenBadges.Http;

/// <summary>
/// Which IP addresses may be connected to. Where addresses come from strangers, a program without this guard could be made to call
/// its own network or its cloud's metadata service (server-side request forgery).
/// </summary>
/// <param name="allowPrivate">Whether the addresses of private networks and of this machine are allowed; link-local, multicast and
/// reserved ones never are.</param>
public sealed class AddressPolicy(bool allowPrivate)
{
    private static readonly IPNetwork[] Private = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "fc00::/7", "fec0::/10");

    // Link-local (where clouds keep their metadata service), multicast and reserved: never a vendor, on any network.
    private static readonly IPNetwork[] Never = Networks(
        "169.254.0.0/16", "168.63.129.16/32", "224.0.0.0/4", "240.0.0.0/4", "fe80::/10", "fd00:ec2::/32", "ff00::/8");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether a connection to the address may be opened.</summary>
    public bool Allows(IPAddress address)
    {
        var inner = Embedded(address);
        return !Never.Any(n => n.Contains(inner)) && (allowPrivate || !Private.Any(n => n.Contains(inner)));
    }

    /// <summary>The IPv4 address that an IPv6 address leads to, or the address itself.</summary>
    private static IPAddress Embedded(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : new IPAddress(bytes);
    }

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
