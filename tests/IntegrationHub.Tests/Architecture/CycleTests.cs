using System.Reflection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Architecture;

/// <summary>Folders of a room know each other in one direction only, so that each can be read without what stands on it.</summary>
public sealed class CycleTests
{
    [Theory]
    [MemberData(nameof(RoomTests.Rooms), MemberType = typeof(RoomTests))]
    public void No_folders_of_a_room_know_each_other_in_a_circle(string room)
    {
        var assembly = Assembly.Load(room);
        var types = LoadedRooms.Hub.Types.Where(type => type.Assembly.Name == assembly.FullName || type.Assembly.Name == room).ToHashSet();
        types.ShouldNotBeEmpty();
        var references = types
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type, To: dependency.Target)))
            .Where(reference =>
                types.Contains(reference.To)
                && IsHandWritten(reference.From.Namespace.FullName)
                && IsHandWritten(reference.To.Namespace.FullName))
            .ToLookup(
                reference => (From: reference.From.Namespace.FullName, To: reference.To.Namespace.FullName),
                reference => $"{reference.From.Name} → {reference.To.Name}");
        var known = references
            .Select(reference => reference.Key)
            .Where(pair => pair.From != pair.To)
            .ToLookup(pair => pair.From, pair => pair.To);

        var circles = references
            .Select(reference => reference.Key)
            .Where(pair => pair.From != pair.To && Reaches(known, pair.To, pair.From))
            .Select(pair => $"{pair.From} knows {pair.To}: {string.Join(", ", references[pair].Distinct().Take(5))}");

        circles.ShouldBeEmpty();
    }

    private static bool IsHandWritten(string folder) => folder.StartsWith(nameof(IntegrationHub), StringComparison.Ordinal);

    private static bool Reaches(ILookup<string, string> known, string from, string to)
    {
        var (seen, ahead) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (ahead.TryPop(out var folder))
        {
            if (folder == to)
                return true;
            foreach (var next in known[folder].Where(seen.Add))
                ahead.Push(next);
        }

        return false;
    }
}
