using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>The trace that the invocation belongs to, as the process knows it.</summary>
internal sealed class CurrentTrace : TraceContext
{
    public static CurrentTrace Instance { get; } = new();

    public override string TraceParent => Activity.Current?.Id ?? "";

    public override string TraceState => Activity.Current?.TraceStateString ?? "";
}
