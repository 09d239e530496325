using System.Buffers.Text;
using System.Text;
using IntegrationHub.Benchmarks.Stand;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>
/// A second Canvas of the sandbox institution, whose events come unsigned to a secret address: reading alone, without a signature's cost.
/// </summary>
internal static class OpenSource
{
    /// <summary>The address, with a key that opens the bench's own hub and nothing else.</summary>
    public static string Hook => $"/hooks/lacnord/open~{Key}";

    /// <summary>The setting that holds the key.</summary>
    public static (string Name, string Value) Setting => ("LACNORD_OPEN_ADDRESS", Key);

    private const string Key = "k4WmTq7RzXb2";

    /// <summary>The institution's file with the source in it.</summary>
    public static string In(string yaml)
    {
        const string accounts = "      accounts: ";
        var at = yaml.IndexOf(accounts, StringComparison.Ordinal);
        var line = yaml[at..yaml.IndexOf('\n', at)];
        return yaml.Replace(
            "\nsources:\n",
            "\nsources:\n  open:\n    kind: canvas\n    authentication: "
                + $"secretAddress\n    settings:\n{line}\n    secrets:\n      address: {Setting.Name}\n",
            StringComparison.Ordinal);
    }

    /// <summary>A signed request as one that comes unsigned to the secret address.</summary>
    public static byte[] Unsigned(byte[] request, int port)
    {
        var start = request.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var payload = Base64Url.DecodeFromChars(Encoding.ASCII.GetString(request.AsSpan(start)).Split('.')[1]);
        return Wire.Post(Hook, port, "application/json", payload);
    }
}
