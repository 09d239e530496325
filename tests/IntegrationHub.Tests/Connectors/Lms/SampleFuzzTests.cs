using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>Damaged variants of every published payload, through the door.</summary>
public sealed class SampleFuzzTests
{
    private const int Mutations = 60;

    private static readonly Hub SharedHub = new(new Dictionary<string, string> { ["KEY"] = "key" });

    [Fact]
    public async Task A_payload_cut_short_is_never_taken_for_a_completion_and_never_breaks_the_door()
    {
        Assert.SkipWhen(PublishedSample.All.Count == 0, "The samples are not beside this repository.");
        foreach (var sample in PublishedSample.All)
        {
            var door = new DoorOf(sample);
            var whole = sample.Delivery.Body.TrimEnd(" \t\r\n"u8);
            for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 90))
                (await door.Take(whole[..length])).ShouldBeOneOf(
                    [IntakeVerdict.Unreadable, IntakeVerdict.Ignored, IntakeVerdict.Refused],
                    $"{sample} cut to {length} bytes");
        }
    }

    [Fact]
    public async Task A_payload_with_damaged_bytes_never_breaks_the_door_and_noise_never_becomes_an_award()
    {
        Assert.SkipWhen(PublishedSample.All.Count == 0, "The samples are not beside this repository.");
        var random = new Random(20260301);
        foreach (var sample in PublishedSample.All)
        {
            var door = new DoorOf(sample);
            for (var round = 0; round < Mutations; round++)
            {
                var verdict = await door.Take(Mutated(sample.Delivery.Body.ToArray(), random));
                if (sample.Class == "NOISE")
                    verdict.ShouldNotBe(IntakeVerdict.Accepted, $"{sample}, round {round}");
            }
        }
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>The door of an institution with one source, that of the sample; what is kept goes nowhere.</summary>
    private sealed class DoorOf(PublishedSample sample) : IInstitutions, IQueues
    {
        private readonly Institution _institution = OneInstitution.Only with
        {
            Sources = new Dictionary<string, Source>
            {
                ["sample"] = sample.Source with
                {
                    Name = "sample",
                    Secrets = new Dictionary<string, InboundSecret> { ["address"] = new("KEY") },
                },
            },
        };

        public IReadOnlyCollection<Institution> All => [_institution];

        public IReadOnlyCollection<string> Names => [_institution.Id];

        public async Task<IntakeVerdict> Take(ReadOnlyMemory<byte> body)
        {
            var intake = new Intake(
                this,
                new([SharedHub.Authentication("secretAddress")], new(TimeProvider.System)),
                [SharedHub.Lms(sample.Kind!)],
                new(new InMemoryEvents()),
                this,
                new(TimeProvider.System),
                TimeProvider.System);
            return (await intake.Take(_institution.Id, "sample", sample.Arriving(body), default)).Verdict;
        }

        public InstitutionState Find(string id, out Institution? institution)
        {
            institution = _institution;
            return InstitutionState.InForce;
        }

        public Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation) => Task.CompletedTask;
    }
}
