using IntegrationHub.Core.Model.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.GenericJson;

/// <summary>A time without an offset is one of the source's zone; the event's id is what it always was.</summary>
public sealed class LocalTimeTests
{
    private static readonly Source Utc = Arrived.Source(
        "json",
        "time: $.at\ncourse: $.course\nlmsId: $.who\ncompletedWhen: *");

    private static readonly Source Toronto = Utc with { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto") };

    [Theory]
    [InlineData("2026-05-01T22:30:00", "2026-05-02T02:30:00Z")]
    [InlineData("2026-05-01 22:30", "2026-05-02T02:30:00Z")]
    [InlineData("2026-05-01", "2026-05-01T04:00:00Z")]
    [InlineData("2026-01-15T10:00:00", "2026-01-15T15:00:00Z")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00Z")]
    [InlineData("2026-11-01T01:30:00", "2026-11-01T06:30:00Z")]
    [InlineData("2026-05-01T22:30:00Z", "2026-05-01T22:30:00Z")]
    [InlineData("2026-05-01T22:30:00+02:00", "2026-05-01T20:30:00Z")]
    [InlineData("2026-05-01T22:30:00-0400", "2026-05-02T02:30:00Z")]
    [InlineData("1777674600", "2026-05-01T22:30:00Z")]
    public void It_is_read_there_and_one_with_an_offset_means_what_it_says(string at, string meant)
    {
        var (before, now) = (Read(Utc, at), Read(Toronto, at));

        now.At.ShouldBe(DateTimeOffset.Parse(meant, null));
        now.EventId.ShouldBe(before.EventId);
    }

    [Fact]
    public void The_id_is_the_one_of_the_release_before() =>
        Read(Toronto, "2026-05-01T22:30:00").EventId.ShouldBe(KnownId);

    private const string KnownId = "json-1:6g4hxlv5q7eyoevmunfovewzgq3akhyc";

    private static Core.Model.Completions.Completion Read(Source source, string at) =>
        Arrived.Read(source, $$"""{"at":"{{at}}","course":"C1","who":"7"}""").Completions.ShouldHaveSingleItem();
}
