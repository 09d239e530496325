using System.Text.Json;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>Calls Moodle's web service functions; its errors come with status 200, as an object with <c>exception</c>.</summary>
internal sealed class MoodleCalls(OutsideClients clients, ISecrets secrets)
{
    private static readonly string[] OfTheToken =
    [
        "invalidtoken",
        "accessexception",
        "webservicenotavailable",
        "servicenotavailable",
        "requireloginerror",
        "nopermissions",
    ];
    /// <summary>Those that concern everything that is asked, and no function, course or learner.</summary>
    private static readonly string[] OfEverything = ["invalidtoken", "webservicenotavailable", "servicenotavailable"];
    private static readonly string[] Passing = ["sitemaintenance", "upgraderunning", "dmlconnectionexception", "dmlreadexception"];

    /// <summary>How Moodle is spoken of.</summary>
    public static OutsideSystem System { get; } =
        new("Moodle", _ => "a web service call", body => JsonReading.TryParse(body).Text("errorcode"));

    /// <summary>Calls a function.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="connection">Its Moodle.</param>
    /// <param name="function">Name of the function.</param>
    /// <param name="arguments">Its arguments, lists as <c>values[0]</c>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<T> Call<T>(
        Institution institution,
        Connection connection,
        string function,
        IEnumerable<(string Name, string Value)> arguments,
        CancellationToken cancellation)
    {
        var form = new Dictionary<string, string>
        {
            ["wstoken"] = secrets.ForCall(institution, connection, "token"),
            ["wsfunction"] = function,
            ["moodlewsrestformat"] = "json",
        };
        foreach (var (name, value) in arguments)
            form[name] = value;
        JsonElement? answer = await clients.For<IMoodleApi>(System, institution, connection).Call(form, cancellation);
        if (answer.Text("exception") is not null)
            throw Fault(function, answer.Text("errorcode") ?? "unknown");
        try
        {
            return WholeAnswers.Whole(answer.Value.Deserialize<T>(OutsideClients.Json));
        }
        catch (JsonException fault)
        {
            throw Faults.Unreadable(System.Name, function, "something that is not the JSON it should be", fault);
        }
    }

    /// <summary>Calls a function at the connection's pace.</summary>
    public Task<T> Ask<T>(
        PacedConnection paced, string function, IEnumerable<(string Name, string Value)> arguments, CancellationToken cancellation) =>
        paced.Ask(() => Call<T>(paced.Institution, paced.Connection, function, arguments, cancellation), cancellation);

    // The message is left out: it may hold identifiers of people.
    private static OutsideException Fault(string function, string code) =>
        OfTheToken.Contains(code)
            ? new(
                OutsideFault.Unauthorised,
                $"Moodle refuses {function}: {Redaction.Of(code)}. Check the token of this connection, and that its service holds "
                    + "this function.",
                inner: OfEverything.Contains(code) ? null : new MoodleRefusal(function, Redaction.Of(code))
            )
        : Passing.Contains(code) ? new(OutsideFault.Unavailable, $"Moodle cannot answer {function} now: {Redaction.Of(code)}.")
        : new(
            OutsideFault.Refused,
            $"Moodle refuses {function}: {Redaction.Of(code)}.",
            inner: new MoodleRefusal(function, Redaction.Of(code)));
}
