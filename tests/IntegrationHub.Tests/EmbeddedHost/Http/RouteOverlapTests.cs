using IntegrationHub.EmbeddedHost.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Http;

public sealed class RouteOverlapTests
{
    [Theory]
    [InlineData("awards/{id}", "awards/{key}")]
    [InlineData("awards/{id}", "Awards/new")]
    [InlineData("awards/{id}", "{what}/new")]
    [InlineData("awards/{id?}", "awards")]
    [InlineData("{*rest}", "health/live")]
    [InlineData("{*rest}", "{ignored:maxlength(0)?}")]
    [InlineData("files/{*rest}", "files/{name}.css")]
    [InlineData("files/{name}", "files/{name}.css")]
    [InlineData("files/{name}.css", "files/style.css")]
    [InlineData("a/{x?}", "a/{y?}")]
    [InlineData("{a:int}", "{b:guid}")]
    [InlineData("{path:regex(^h.*$)}", "health")]
    public void Routes_that_share_a_path_overlap(string one, string other) => Overlap(one, other).ShouldBeTrue();

    [Theory]
    [InlineData("awards/{id}", "awards")]
    [InlineData("awards/{id}", "sources/{id}")]
    [InlineData("awards/{id:int}", "awards/new")]
    [InlineData("awards/{id:guid}", "awards/{id:guid}.json")]
    [InlineData("files/{name}.css", "files/{name}.js")]
    [InlineData("hooks/{institution}/{source}", "hooks/{institution}/{source}/statements")]
    [InlineData("{ignored:maxlength(0)?}", "{page}")]
    [InlineData("{ignored:maxlength(0)?}", "health/live")]
    [InlineData("{*rest:regex(^pages/)}", "health/live")]
    [InlineData("{a:int}", "{b:alpha}")]
    public void Routes_that_share_no_path_do_not(string one, string other) => Overlap(one, other).ShouldBeFalse();

    private static bool Overlap(string one, string other)
    {
        var forth = RouteOverlap.Exists(RoutePatternFactory.Parse(one), RoutePatternFactory.Parse(other));
        var back = RouteOverlap.Exists(RoutePatternFactory.Parse(other), RoutePatternFactory.Parse(one));
        forth.ShouldBe(back);
        return forth;
    }
}
