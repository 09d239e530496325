using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>What somebody may change in the file of a micro-credential.</summary>
internal static class FileChanges
{
    /// <summary>Everything in an entry that the rules read.</summary>
    public static Dictionary<string, Func<MicroCredential, MicroCredential>> All { get; } = new()
    {
        ["threshold up"] = entry => entry with { Assessment = Assessed(entry) with { PassThreshold = 95 } },
        ["threshold down"] = entry => entry with { Assessment = Assessed(entry) with { PassThreshold = 60 } },
        ["letters"] = entry => entry with { Assessment = Assessed(entry) with { PassingLetters = ["A"] } },
        ["first attempt counts"] = entry => entry with { Assessment = Assessed(entry) with { Counts = AttemptChoice.First } },
        ["components"] = entry => entry with { Assessment = Assessed(entry) with { Components = [new("practical", new("a", "b"))] } },
        ["window over"] = entry => entry with { Assessment = Assessed(entry) with { Window = new(null, Facing.Date(-30)) } },
        ["no assessment"] = entry => entry with { Assessment = null },
        ["stack"] = entry => entry with { Stacks = [new(StackMeasure.All, 0, [new(["other"])])] },
        ["prerequisite"] = entry => entry with { Prerequisites = ["other"] },
        ["validity"] = entry => entry with { Validity = new(1) },
        ["credits"] = entry => entry with { Summary = entry.Summary with { Credits = 9 } },
        ["sunset"] = entry => entry with { LifeCycle = new(new Dictionary<Phase, DateOnly> { [Phase.Sunset] = Facing.Date(-30) }) },
        ["offerings gone"] = entry => entry with { Offerings = [] },
        ["prior learning"] = entry => entry with { Offerings = [.. entry.Offerings.Select(one => one with { IsPriorLearning = true })] },
        ["new version from the start"] = entry => entry with
        {
            Version = entry.Version + 1,
            Assessment = Assessed(entry) with { PassThreshold = 65 },
            Earlier = [entry],
            Since = Facing.Date(-30),
        },
        ["version replaced"] = entry => entry with
        {
            Version = entry.Version + 1,
            Assessment = Assessed(entry) with { PassThreshold = 99 },
        },
    };

    private static Assessment Assessed(MicroCredential entry) => entry.Assessment ?? new(80, EnforcedByLms: false);
}
