using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>One way in which sources prove their deliveries, as it describes itself.</summary>
/// <param name="Name">As files write it, e.g. <c>basic</c>: the <c>Scheme</c> of the <c>IAuthentication</c> that checks it.</param>
/// <param name="Title">Its name for people.</param>
public sealed record AuthenticationKind(string Name, BilingualText Title)
{
    /// <summary>What it needs and is not secret.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Its secrets, by purpose.</summary>
    public IReadOnlyList<Setting> Secrets { get; init; } = [];

    /// <summary>Whether it asks nothing of what is sent, so that a proxy or a plugin may add it to any sender.</summary>
    public bool FitsAnySender { get; init; } = true;

    /// <summary>
    /// How the sender is told of it: a step of the guide, in which <c>{0}</c> is the address, <c>{1}</c> and on the names of the
    /// settings that hold its secrets, and after them the values of its settings.
    /// </summary>
    public required BilingualText Proof { get; init; }
}
