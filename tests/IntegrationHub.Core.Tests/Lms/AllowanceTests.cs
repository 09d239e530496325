using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Lms;

/// <summary>How many deliveries a source may send in a minute.</summary>
public sealed class AllowanceTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly SourceRateLimit _rateLimit;

    public AllowanceTests() => _rateLimit = new(_time);

    [Fact]
    public void The_third_of_two_a_minute_waits_for_the_next_minute()
    {
        Take().ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(20));
        Take().ShouldBeNull();
        Take().ShouldBe(TimeSpan.FromSeconds(40));
        _time.Advance(TimeSpan.FromSeconds(39));
        Take().ShouldBe(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        Take().ShouldBeNull();
        Take().ShouldBeNull();
        Take().ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void One_source_takes_nothing_of_another_s()
    {
        Take().ShouldBeNull();
        Take().ShouldBeNull();
        Take(Source() with { Name = "other" }).ShouldBeNull();
        Take(Source() with { Institution = "elsewhere" }).ShouldBeNull();
        Take().ShouldNotBeNull();
    }

    [Fact]
    public void Where_the_source_s_file_names_no_limit_there_is_none()
    {
        for (var delivery = 0; delivery < 1000; delivery++)
            Take(Source() with { PerMinute = null }).ShouldBeNull();
    }

    private static Source Source() => OneInstitution.Only.Sources["lms"] with { Institution = OneInstitution.Id, PerMinute = 2 };

    private TimeSpan? Take(Source? source = null) => _rateLimit.Take(source ?? Source());
}
