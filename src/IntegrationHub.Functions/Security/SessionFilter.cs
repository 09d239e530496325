using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// Before every function: the request's user is that of its session. So antiforgery binds the forms of a session to it, and
/// a request that does not prove its origin is nobody's. It answers nothing itself: the Azure Functions host would wait for the function.
/// </summary>
internal sealed class SessionFilter(Sessions sessions, RequestOrigin origin) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, following) =>
        {
            if (origin.Admits(http.Request) && sessions.Find(http.Request) is { } user)
                http.User = user;
            return following(http);
        });
        next(app);
    };
}
