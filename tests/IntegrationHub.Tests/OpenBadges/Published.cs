using IntegrationHub.Tests.Connectors.Lms;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>Files that 1EdTech and others published, where they lie beside the repository.</summary>
internal static class Published
{
    public static byte[] Bytes(params string[] path) => File.ReadAllBytes(Path(path));

    public static string Text(params string[] path) => File.ReadAllText(Path(path));

    private static string Path(string[] path)
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        return System.IO.Path.Combine([Readings.Samples()!.FullName, "ob3", .. path]);
    }
}
