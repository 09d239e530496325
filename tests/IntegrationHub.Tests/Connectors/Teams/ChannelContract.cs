using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Teams;

/// <summary>What every channel's connector promises, against a double or a real system.</summary>
public abstract class ChannelContract
{
    internal abstract IChannel Channel { get; }

    internal abstract Institution Institution { get; }

    internal abstract Connection Connection { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_is_taken() => await Channel.Post(Institution, Connection, Notice(), Cancellation);

    [Fact]
    public async Task A_notice_of_a_thousand_facts_is_cut_to_what_the_channel_takes() =>
        await Channel.Post(
            Institution,
            Connection,
            Notice() with
            {
                Facts =
                [
                    .. Enumerable
                        .Range(0, 1000)
                        .Select(i => new ChannelFact(new($"Étape {i}", $"Step {i}"), new(new('é', 60), new('e', 60)))),
                ],
            },
            Cancellation);


    [Fact]
    public async Task A_connection_without_an_address_is_refused_without_quoting_it()
    {
        var broken = Connection with { Secrets = new Dictionary<string, string> { ["url"] = "BROKEN" } };

        var fault = await Should.ThrowAsync<OutsideException>(() => Channel.Post(Institution, broken, Notice(), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.ToString().ShouldNotContain("broken-address");
    }

    internal static ChannelNotice Notice(string id = "notice-1") => new(
        id,
        new("Microcertification délivrée", "Micro-credential issued"),
        [new(new("Titre", "Title"), new("Analyse de l’eau", "Water sampling"))],
        NoticeTone.Good,
        new Uri("https://hub.example.ca/awards/1"),
        new("Ouvrir", "Open"));
}
