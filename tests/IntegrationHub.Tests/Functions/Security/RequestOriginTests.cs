using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>Which origin a form under a cookie may have; whatever a stranger writes there, nothing is thrown.</summary>
public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("https://hub.example.ca", "https://hub.example.ca", true)]
    [InlineData("https://hub.example.ca/", "https://HUB.example.ca", true)]
    [InlineData("https://hub.example.ca:8443/x", "https://hub.example.ca:8443", true)]
    [InlineData("https://hub.example.ca", "https://hub.example.ca:443", false)]
    [InlineData("https://hub.example.ca", "http://hub.example.ca", false)]
    [InlineData("https://hub.example.ca", "https://hub.example.ca.example.com", false)]
    [InlineData("https://carrefour.école.example.ca", "https://carrefour.xn--cole-9oa.example.ca", true)]
    [InlineData("http://localhost:7071", "http://localhost:7071", true)]
    [InlineData("http://localhost:7071", "http://127.0.0.1:7071", true)]
    [InlineData("http://localhost:7071", "http://127.0.0.1:9999", false)]
    [InlineData("https://hub.example.ca", "http://127.0.0.1:7071", false)]
    [InlineData("https://hub.example.ca", "null", false)]
    [InlineData("https://hub.example.ca", "", false)]
    [InlineData("https://hub.example.ca", "https://a\uFF0Fb", false)]
    [InlineData("https://hub.example.ca", "https://[::1", false)]
    [InlineData("https://hub.example.ca", "https://\u0130\uD800.example.ca", false)]
    public void An_origin_is_compared_as_browsers_write_it(string hub, string origin, bool admitted)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("PublicBaseUrl", hub)]).Build();
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Host) = ("POST", "http", new("127.0.0.1", 7071));
        request.Headers.Cookie = "a=b";
        request.Headers.Origin = origin;

        new RequestOrigin(settings).Admits(request).ShouldBe(admitted);
    }
}
