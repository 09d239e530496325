using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>Whatever a stranger brings is answered soon, and with few fetches.</summary>
public sealed class ExhaustionTests : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private readonly College _college = new();

    [Fact]
    public async Task A_megabyte_made_to_exhaust_a_verifier_is_answered_soon()
    {
        var hostile = College.With(_college.Badge(), badge => badge["issuer"]!["endorsement"] = Tangle(nodes: 10, namesOfEach: 9_000));
        hostile.Length.ShouldBeGreaterThan(1_000_000);

        (await Soon(hostile)).ShouldSay(Contexts, Failed, TooComplex);
    }

    [Fact]
    public async Task Many_tangles_in_one_record_share_one_allowance()
    {
        var hostile = College.With(_college.Badge(), badge => badge["issuer"]!["endorsement"] = Tangle(nodes: 10, namesOfEach: 100));
        var record = College.With(Joining(Enumerable.Repeat(hostile, 100)).ToUtf8(), joining =>
            joining["proof"] = JsonNode.Parse(_college.Badge())!["proof"]!.DeepClone());


        (await Soon(record)).Verdict.ShouldNotBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task More_proofs_than_are_looked_at_leave_it_open()
    {
        var many = College.With(_college.Badge(), badge =>
        {
            for (var proof = 0; proof < 4; proof++)
                badge["proof"]!.AsArray().Add(badge["proof"]![0]!.DeepClone());
        });
        (await _college.Verify(many)).ShouldSay(Signature, Unknown, TooMany);
    }

    [Fact]
    public async Task A_record_of_a_hundred_sound_badges_stays_within_the_allowance()
    {
        var badges = Enumerable
            .Range(0, 99)
            .Select(number =>
                _college.Sign((SampleBadges.Full() with { Id = $"https://hub.example.ca/credentials/nordet-{number}" }).ToUtf8()));
        var report = await Soon(Record(badges));

        report.ShouldSay(Joined, Passed);
        report.ShouldBe(VerificationVerdict.Valid);
        report.Joined.Count.ShouldBe(99);
    }

    [Fact]
    public async Task Documents_beyond_the_allowance_are_not_called_unreachable()
    {
        var badges = Enumerable.Range(0, 60).Select(number => _college.Sign((SampleBadges.Least() with
        {
            CredentialStatus = [StatusList.Entry(new Uri($"https://hub.example.ca/status/{number}"), StatusPurposes.Revocation, 1)],
        }).ToUtf8()));
        var report = await _college.Verify(Record(badges));

        _college.Fetched.Count.ShouldBe(40);
        report.Joined[0].ShouldSay(NotRevoked, Unknown, StatusUnreachable);
        report.Joined[^1].ShouldSay(NotRevoked, Unknown, TooMany);
    }

    [Fact]
    public async Task A_slow_world_is_not_waited_for_without_end()
    {
        var badges = Enumerable.Range(0, 20).Select(number => _college.Sign((SampleBadges.Least() with
        {
            CredentialStatus = [StatusList.Entry(new Uri($"https://hub.example.ca/status/{number}"), StatusPurposes.Revocation, 1)],
        }).ToUtf8())).ToList();
        var report = await new CredentialVerifier(new Slow(_college), _college.Clock).Verify(Record(badges), default);

        _college.Fetched.Count.ShouldBeLessThan(12);
        report.ShouldSay(Joined, Unknown, TooMany);
    }

    public void Dispose() => _college.Dispose();

    private async Task<VerificationReport> Soon(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var report = await _college.Verify(file);
        watch.Elapsed.ShouldBeLessThan(LongestWait);
        return report;
    }

    private byte[] Record(IEnumerable<byte[]> badges) => _college.Sign(Joining(badges).ToUtf8());

    private static ClrCredential Joining(IEnumerable<byte[]> badges) => new()
    {
        Id = "urn:uuid:7b8a2f0e-8a57-4a0c-9d35-8f5a3a1f0abc",
        Name = "Relevé",
        Issuer = new() { Id = College.Did, Name = "Collège du Nordet" },
        ValidFrom = SampleBadges.From,
            CredentialSubject = new()
            {
                Id = "urn:uuid:1",
                VerifiableCredential = [.. badges.Select(badge => JsonSerializer.Deserialize<JsonElement>(badge))],
            },
    };

    /// <summary>Nodes without identifier that look alike, each pointing to all others, with much to read at each step.</summary>
    private static JsonArray Tangle(int nodes, int namesOfEach)
    {
        var labels = Enumerable.Range(0, nodes).Select(number => $"_:b{number}").ToList();
        return new([.. labels.Select(node => new JsonObject
        {
            ["id"] = node,
            ["type"] = "Profile",
            ["name"] = new JsonArray([.. Enumerable.Range(0, namesOfEach).Select(number => (JsonNode)$"name-{number}")]),
            ["parentOrg"] = new JsonArray([.. labels.Where(other => other != node).Select(other => (JsonNode)other)]),
        })]);
    }

    /// <summary>Each fetch takes three seconds.</summary>
    private sealed class Slow(College college) : IDocuments
    {
        public Task<byte[]> Fetch(Uri address, CancellationToken cancellation)
        {
            college.Clock.Advance(TimeSpan.FromSeconds(3));
            return college.Fetch(address, cancellation);
        }
    }
}
