using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Attention;

/// <summary>The causes that the slices registered, by the names under which items are stored.</summary>
public sealed class Causes(IEnumerable<Cause> registered)
{
    private readonly Dictionary<string, Cause> _causes = registered.ToDictionary(cause => cause.Name);

    /// <summary>The cause of a name; what a newer release raised can be shown and put aside.</summary>
    public Cause Of(string name) => _causes.GetValueOrDefault(name) ?? new UnknownCause(name);

    private sealed record UnknownCause(string Stored) : Cause
    {
        public override string Name => Stored;

        public override BilingualText Title => Text.Both("attention.Unknown.title", Stored);

        public override BilingualText Action => Text.Both("attention.Unknown.action");

        public override bool IsNeeded(AttentionItem item) => true;

        public override Subject Read(SubjectRow row) => new OpaqueSubject(row);
    }
}
