using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Reconciliations;

internal static class ReconcileCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var source = new Argument<string>("SOURCE") { Description = Texts.Get("identity.source") };
        var since = Options.Text("--since", "reconcile.since");
        var (institution, json) = (Options.Institution(), Options.Json());
        var command = new Command("reconcile", Texts.Get("reconcile.help")) { source, since, institution, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(since) is { } text && Moment(text) is null)
                result.AddError(Texts.Get("reconcile.badSince"));
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = Connected.Hub(workspace);
                return await new Reconciling(hub, screen).Run(
                    parsed.GetRequiredValue(institution),
                    parsed.GetRequiredValue(source),
                    parsed.GetValue(since) is { } text ? Moment(text) : null,
                    parsed.GetValue(json),
                    cancellation);
            });
        return command;
    }

    /// <summary>A day, from its beginning in UTC, or a moment with its offset.</summary>
    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment)
            ? moment
            : null;
}
