using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Connectors;
using Shouldly;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>Deliveries as if they had arrived and been let in, and what must hold of the reading whatever arrives.</summary>
internal static class Arrived
{
    private static readonly Hub SharedHub = new(new Dictionary<string, string>());

    /// <summary>A source with settings written as <c>name: value</c>, one a line.</summary>
    public static Source Source(string kind, string settings = "") => new()
    {
        Name = $"{kind}-1",
        Kind = kind,
        Authentication = "secretAddress",
        Settings = settings.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1]),
        Secrets = new Dictionary<string, InboundSecret>(),
    };

    public static Delivery Delivery(string body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Delivery(Encoding.UTF8.GetBytes(body), contentType, headers);

    public static Delivery Delivery(byte[] body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        new(
            body,
            headers
                .Append(("Content-Type", contentType))
                .ToDictionary(header => header.Item1, header => header.Item2, StringComparer.OrdinalIgnoreCase));


    public static ILms Lms(string kind) => SharedHub.Lms(kind);

    public static Reading Read(Source source, Delivery delivery) => Lms(source.Kind).Read(source, delivery);

    public static Reading Read(Source source, string body, string contentType = "application/json") =>
        Read(source, Delivery(body, contentType));

    /// <summary>The reading of a delivery once it has been through the queue.</summary>
    public static Reading ReadStored(Source source, Delivery delivery) =>
        Read(source, StoredDelivery.Of(source.Name, DateTimeOffset.UnixEpoch, delivery, delivery.Content).Delivery);

    /// <summary>A vendor's sample; the test is skipped where the samples are not beside the repository.</summary>
    public static string Sample(string file)
    {
        Xunit.Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        return File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", file));
    }

    /// <summary>
    /// Truncated, overwritten and bent forms of a body: reading never throws, and what was noise never becomes a completion.
    /// </summary>
    public static void Spoil(
        Source source,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var isNoise = Read(source, Delivery(bytes, contentType, headers)).Completions.Count == 0;
        var random = new Random(20260301);
        for (var length = 0; length < bytes.Length; length += 23)
            Check(bytes[..length]);
        for (var round = 0; round < Tries.Of(150); round++)
            Check(Overwritten(bytes, random));
        for (var round = 0; round < Tries.Of(150) && body.TrimStart() is ['{' or '[', ..]; round++)
            Check(Bent(body, random));

        void Check(byte[] spoilt)
        {
            var reading = Read(source, Delivery(spoilt, contentType, headers));
            if (isNoise)
                reading.Completions.ShouldBeEmpty();
            // One without any course goes to a person.
            reading.Completions.ShouldAllBe(completion => completion.EventId.Length > 0 && completion.Learner.Count > 0);
            reading
                .Completions.Select(completion => completion.Score?.Percent)
                .ShouldAllBe(percent => percent == null || percent >= decimal.MinValue);
        }
    }

    private static byte[] Overwritten(byte[] body, Random random)
    {
        var copy = body.ToArray();
        for (var times = random.Next(1, 6); times > 0; times--)
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }

    private static byte[] Bent(string body, Random random)
    {
        var root = JsonNode.Parse(body)!;
        var nodes = Below(root).Where(node => node.Parent is not null).ToList();
        if (nodes.Count > 0)
            nodes[random.Next(nodes.Count)].ReplaceWith<JsonNode?>(random.Next(8) switch
            {
                0 => null,
                1 => "",
                2 => 1e300,
                3 => new JsonArray(),
                4 => new JsonObject(),
                5 => new string('x', 5000),
                6 => 79228162514264337593543950335m,
                _ => true,
            });
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject o => o.Select(member => member.Value).OfType<JsonNode>().SelectMany(Below).Append(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Below).Append(node),
        _ => [node],
    };
}
