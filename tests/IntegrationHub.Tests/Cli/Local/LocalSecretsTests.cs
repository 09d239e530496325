using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Local;

public sealed class LocalSecretsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-secrets-").FullName;

    private string SettingsFile => Path.Combine(folder, ".hub", "settings.json");

    [Fact]
    public void Only_the_owner_may_read_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");
        LocalSecrets.ReadOrMake(SettingsFile);
#pragma warning disable CA1416 // Skipped on Windows.
        File.GetUnixFileMode(SettingsFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
    }

    [Fact]
    public void Secrets_are_made_once_and_kept()
    {
        var first = LocalSecrets.ReadOrMake(SettingsFile);
        var second = LocalSecrets.ReadOrMake(SettingsFile);
        second.Names.ShouldBe(first.Names);
        second.Names.ShouldAllBe(name => second[name] == first[name]);
    }

    [Fact]
    public void What_an_older_file_lacks_is_added_and_the_rest_stays()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SettingsFile)!);
        File.WriteAllText(SettingsFile, """{"Hub:AdminKey":"kept"}""");
        var secrets = LocalSecrets.ReadOrMake(SettingsFile);
        secrets[LocalSecrets.AdminKey].ShouldBe("kept");
        secrets["LACNORD_PEPPER"].Length.ShouldBeGreaterThanOrEqualTo(16);
        LocalSecrets.Read(SettingsFile)!["LACNORD_PEPPER"].ShouldBe(secrets["LACNORD_PEPPER"]);
    }

    [Fact]
    public void Two_clones_share_no_secret()
    {
        var one = LocalSecrets.ReadOrMake(SettingsFile);
        var other = LocalSecrets.ReadOrMake(Path.Combine(folder, "other.json"));
        one.Names.ShouldAllBe(name => one[name] != other[name]);
    }

    [Fact]
    public void An_unreadable_file_is_a_sentence_and_not_overwritten()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SettingsFile)!);
        File.WriteAllText(SettingsFile, "not json");
        Should.Throw<CliException>(() => LocalSecrets.ReadOrMake(SettingsFile)).Message.ShouldContain(SettingsFile);
        File.ReadAllText(SettingsFile).ShouldBe("not json");
    }

    [Fact]
    public void The_hub_and_the_sandbox_are_given_the_same_secrets()
    {
        var secrets = LocalSecrets.ReadOrMake(SettingsFile);
        var ports = Ports.Read(_ => null);
        var sandbox = ChildSettings.Sandbox(ports, secrets);
        var hub = ChildSettings.Hub(ports, secrets, "storage", new Workspace(folder, _ => null));
        hub["LACNORD_ETHOS_API_KEY"].ShouldBe(sandbox["Sandbox:Ethos:ApiKey"]);
        hub["LACNORD_MOODLE_PASSWORD"].ShouldBe(sandbox["Sandbox:Moodle:Password"]);
        hub["LACNORD_OPENEDX_ADDRESS"].ShouldBe(sandbox["Sandbox:OpenEdx:AddressKey"]);
        hub["LACNORD_FORMS_ADDRESS"].ShouldBe(sandbox["Sandbox:Forms:AddressKey"]);
        hub["LACNORD_TEAMS_URL"].ShouldEndWith("sig=" + sandbox["Sandbox:Teams:Sig"]);
        hub.Keys.ShouldNotContain(name => name.StartsWith("Sandbox:", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
