using System.Security.Claims;
using System.Text.Encodings.Web;
using IntegrationHub.EmbeddedHost;
using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.Testing.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Http;

public sealed class HttpPipelineTests
{
    [Fact]
    public async Task Nobody_is_signed_in_by_the_host_even_when_authentication_is_registered()
    {
        await using var host = new TestHost([typeof(SampleHttpFunctions)], configure: builder =>
        {
            builder.Services.AddSingleton(new Greeting("hello"));
            builder.Services.AddAuthentication("always").AddScheme<AuthenticationSchemeOptions, AlwaysSignedIn>("always", null);
            builder.Services.AddAuthorization();
        });
        using var http = await host.StartAsync();
        (await http.GetStringAsync("/me")).ShouldBe("False True");
    }

    [Fact]
    public async Task Middleware_of_a_startup_filter_runs_before_the_functions()
    {
        await using var host = new TestHost([typeof(SampleHttpFunctions)], configure: builder =>
        {
            builder.Services.AddSingleton(new Greeting("hello"));
            builder.Services.AddSingleton<IStartupFilter, StampFilter>();
        });
        using var http = await host.StartAsync();
        using var answer = await http.GetAsync("/me");
        answer.Headers.GetValues("X-Stamp").ShouldBe(["seen"]);
    }

    [Fact]
    public async Task The_route_prefix_is_api_unless_host_json_says_otherwise()
    {
        await using var host = new TestHost([typeof(SampleHttpFunctions)], """{ "version": "2.0" }""", builder =>
            builder.Services.AddSingleton(new Greeting("hello")));
        using var http = await host.StartAsync();
        (await http.GetStringAsync("/api/pages/3")).ShouldBe("3");
    }

    [Fact]
    public async Task A_page_made_of_a_razor_component_is_an_answer()
    {
        await using var host = new TestHost([typeof(SamplePage)], configure: builder => builder.Services.AddRazorComponents());
        using var http = await host.StartAsync();
        (await http.GetStringAsync("/page/Zo%C3%A9")).ShouldBe("<h1>Bonjour Zo&#xE9;</h1>");
    }

    [Fact]
    public async Task What_the_host_writes_down_holds_no_query_string()
    {
        var log = new Notebook();
        await using var host = new TestHost(
            [typeof(SampleHttpFunctions)],
            configure: builder =>
            {
                builder.Services.AddSingleton(new Greeting("hello"));
                builder.Logging.AddProvider(log);
            },
            settings: ["--Logging:LogLevel:Function=Debug"]);
        using var http = await host.StartAsync();
        using var fine = await http.GetAsync("/me?key=hush");
        using var failed = await http.GetAsync("/broken?key=hush");
        await host.StopAsync();

        log.Lines.ShouldContain("Debug Function WhoAmI answered 200");
        log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldStartWith("Error Function Thrower failed");
        log.Lines.ShouldAllBe(line => !line.Contains("hush"));
    }

    [Theory]
    [InlineData("-p", "x")]
    [InlineData("--port", "65536")]
    [InlineData("--port=-1")]
    public void A_port_that_is_none_is_refused(params string[] args) =>
        Should
            .Throw<HostStartException>(() => new EmbeddedApplicationBuilder(args))
            .Message.ShouldContain("is not a number from 0 to 65535");

    private sealed class StampFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, rest) =>
                    {
                        http.Response.Headers["X-Stamp"] = "seen";
                        return rest(http);
                    });
                next(app);
            };
    }

    private sealed class AlwaysSignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity("always")), Scheme.Name)));
    }
}
