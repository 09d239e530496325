using System.Text.RegularExpressions;

namespace IntegrationHub.EmbeddedHost.Queues;

internal static partial class QueueName
{
    public static bool IsValid(string name) => name.Length is >= 3 and <= 63 && Shape().IsMatch(name);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Shape();
}
