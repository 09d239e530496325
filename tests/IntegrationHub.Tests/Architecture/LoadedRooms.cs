using System.Reflection;
using ArchUnitNET.Loader;

namespace IntegrationHub.Tests.Architecture;

/// <summary>The types of all rooms and what they depend on: read once, for that takes seconds.</summary>
internal static class LoadedRooms
{
    public static ArchUnitNET.Domain.Architecture Hub { get; } =
        new ArchLoader().LoadAssemblies([.. RoomTests.Rooms.Select(room => Assembly.Load(room.Data))]).Build();
}
