using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationHub.Sandbox.Http;

internal static class CompactJwt
{
    public static string Sign(JsonObject header, string payload, Func<byte[], byte[]> signature)
    {
        var signed = $"{Part(header.ToJsonString())}.{Part(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(signature(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
