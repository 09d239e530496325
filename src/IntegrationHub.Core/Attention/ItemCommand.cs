namespace IntegrationHub.Core.Attention;

/// <summary>What a person can do about an item: pages, API and command line draw what the item offers.</summary>
/// <param name="Name">As addresses and the command line name it, e.g. <c>retry</c>.</param>
/// <param name="On">What it acts on.</param>
public sealed record ItemCommand(string Name, CommandTarget On = CommandTarget.Item)
{
    /// <summary>Try again what failed or waits.</summary>
    public static ItemCommand Retry { get; } = new("retry");

    /// <summary>Out of the way for a while; every item offers it.</summary>
    public static ItemCommand PutAside { get; } = new("aside");

    /// <summary>Take the item away; every item offers it that nothing waits for.</summary>
    public static ItemCommand Dismiss { get; } = new("dismiss") { Asks = CommandInput.Reason };

    /// <summary>Bring a dismissed item back.</summary>
    public static ItemCommand Restore { get; } = new("restore");

    /// <summary>What a person states with it.</summary>
    public CommandInput Asks { get; init; }

    /// <summary>The address that it is posted to, on the pages; in the API the same below <c>/api</c>.</summary>
    public string Path(AttentionItem item) => On switch
    {
        CommandTarget.Award => $"/awards/{item.Award}/acts/{Name}",
        CommandTarget.Step => $"/awards/{item.Award}/{Name}/{item.Step?.ToString().ToLowerInvariant()}",
        _ => $"/attention/{item.Institution}/{item.Id}/{Name}",
    };

    /// <summary>Whether the item names what it acts on.</summary>
    internal bool Fits(AttentionItem item) =>
        On == CommandTarget.Item || (item.Award is not null && (On == CommandTarget.Award || item.Step is not null));
}

/// <summary>What a command acts on.</summary>
public enum CommandTarget
{
    /// <summary>The item.</summary>
    Item,

    /// <summary>The item's award.</summary>
    Award,

    /// <summary>The item's step of an award.</summary>
    Step,
}

/// <summary>What a person states with a command.</summary>
public enum CommandInput
{
    /// <summary>Nothing more.</summary>
    Nothing,

    /// <summary>A student number: one of the item's candidates, or another.</summary>
    StudentNumber,

    /// <summary>A reason; of what acts on an award, the award's page asks for it.</summary>
    Reason,

    /// <summary>A result: percent, or pass or fail.</summary>
    Result,

    /// <summary>A day; none confirms the one that is stated.</summary>
    Day,
}
