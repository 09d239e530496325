using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>Calls to an outside system fail; its steps wait, behind one item however many they are.</summary>
public abstract record SystemTrouble : Cause<ConnectionSubject>
{
    /// <summary>The item that a failed call raises.</summary>
    public static AttentionItem Of(string institution, Connection connection, OutsideException failure)
    {
        SystemTrouble cause = failure.Fault == OutsideFault.Unauthorised ? new CredentialRefused() : new SystemDown();
        return cause.About(institution, new(connection.Name), failure.Message);
    }

    /// <summary>The items that are settled once the system answers.</summary>
    public static IEnumerable<AttentionItem> All(string institution, Connection connection) =>
        ((SystemTrouble[])[new SystemDown(), new CredentialRefused()]).Select(cause => cause.About(institution, new(connection.Name)));

    /// <summary>What is wrong with the channel is not told to the channel.</summary>
    public sealed override bool Alerts(Subject subject) => subject is not ConnectionSubject { Role: ConnectionRole.Channel };
}

/// <summary>An outside system does not answer; its steps wait.</summary>
public sealed record SystemDown : SystemTrouble;

/// <summary>An outside system refuses the hub's credential; its steps wait.</summary>
public sealed record CredentialRefused : SystemTrouble;
