using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>One way to connect a source, told step by step. In its texts <c>{0}</c> is the address to send to.</summary>
/// <param name="Name">The sender's product, as its vendor calls it.</param>
public sealed record GuideWay(BilingualText Name)
{
    /// <summary>The ways of proof that this product can take; empty where it can take all that the kind allows.</summary>
    public IReadOnlyList<string> Authentications { get; init; } = [];

    /// <summary>What to do before the credential is entered.</summary>
    public required IReadOnlyList<BilingualText> BeforeProof { get; init; }

    /// <summary>
    /// How the credential is entered where this product says more than <see cref="AuthenticationKind.Proof"/>, by way of
    /// proof.
    /// </summary>
    public IReadOnlyDictionary<string, BilingualText> Proofs { get; init; } = new Dictionary<string, BilingualText>();

    /// <summary>What to do after the credential is entered.</summary>
    public required IReadOnlyList<BilingualText> AfterProof { get; init; }

    /// <summary>How to make the sender send something, to see it arrive.</summary>
    public BilingualText Trigger { get; init; } = Text.Both("source.trigger");
}

/// <summary>One way to connect a source, filled in for it.</summary>
/// <param name="Name">The sender's product, as its vendor calls it.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Trigger">How to make the sender send something, to see it arrive.</param>
public sealed record SourceSteps(BilingualText Name, IReadOnlyList<BilingualText> Steps, BilingualText Trigger);
