using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.Versioning;

namespace IntegrationHub.Benchmarks.Stand;

/// <summary>Starts a program so that all its threads stay on one core, always the same: garbage collection and helpers included.</summary>
internal static class OneCore
{
    /// <summary>Whether the system has a tool for it; elsewhere programs run as they are.</summary>
    [SupportedOSPlatformGuard("linux")]
    public static bool IsKept => OperatingSystem.IsLinux();

    public static ProcessStartInfo Start(string program, params string[] arguments) =>
        IsKept ? new("taskset", ["--cpu-list", First(), program, .. arguments]) : new(program, arguments);

    [SupportedOSPlatform("linux")]
    private static string First()
    {
        using var self = Process.GetCurrentProcess();
        return BitOperations.TrailingZeroCount(self.ProcessorAffinity).ToString(CultureInfo.InvariantCulture);
    }
}
