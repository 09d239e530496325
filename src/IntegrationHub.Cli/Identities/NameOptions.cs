using System.CommandLine;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Identities;

/// <summary>The options that give one of a source's names of a learner.</summary>
internal sealed class NameOptions
{
    private readonly List<(string Kind, Option<string?> Option)> _kinds =
    [
        ("lmsId", Options.Text("--lms-id", "identity.lmsId")),
        ("login", Options.Text("--login", "identity.login")),
        ("email", Options.Text("--email", "identity.email")),
    ];

    private readonly string _one;

    /// <param name="withNumber">Whether a student number is a name too.</param>
    public NameOptions(bool withNumber)
    {
        _one = withNumber ? "identity.oneOfFour" : "identity.one";
        if (withNumber)
            _kinds.Add(("studentNumber", Options.Text("--student-number", "identity.studentNumber")));
    }

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _kinds)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (_kinds.Count(kind => result.GetValue(kind.Option) is { Length: > 0 }) != 1)
                result.AddError(Texts.Get(_one));
        });
    }

    public (string Kind, string Value) Of(ParseResult parsed)
    {
        var (kind, option) = _kinds.Single(one => parsed.GetValue(one.Option) is { Length: > 0 });
        return (kind, parsed.GetValue(option)!);
    }
}
