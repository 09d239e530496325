using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Architecture;

/// <summary>What needs more than seven others has a concept in it that nobody has named yet.</summary>
public sealed class ConstructorTests
{
    private const int Most = 7;

    [Theory]
    [MemberData(nameof(RoomTests.Rooms), MemberType = typeof(RoomTests))]
    public void No_service_is_made_of_more_than_seven_others(string room) =>
        Assembly
            .Load(room)
            .GetTypes()
            .Where(type =>
                type is { IsAbstract: false, IsValueType: false } && !IsRecord(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(constructor => constructor.GetParameters().Length > Most)
            .Select(constructor => $"{constructor.DeclaringType!.Name}: {constructor.GetParameters().Length}")
            .ShouldBeEmpty();

    // A record is its members: a message, a row, an answer.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
