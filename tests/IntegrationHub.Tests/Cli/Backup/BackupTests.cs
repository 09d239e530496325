using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Backup;

public sealed class BackupTests
{
    [Fact]
    public async Task Without_a_storage_it_says_which_settings_name_one()
    {
        using var cli = new CliRun();
        (await cli.Run("backup", Path.Combine(cli.Folder, "b"))).ShouldBe(1);
        cli.Errors.ShouldContain("AzureWebJobsStorage__accountName");
        Directory.Exists(Path.Combine(cli.Folder, "b")).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_what_is_there_is_replaced_only_on_demand()
    {
        using var cli = new CliRun();
        (await cli.Run("restore", cli.Folder, "--into-existing")).ShouldBe(1);
        cli.Errors.ShouldContain("--yes");
    }

    [Fact]
    public async Task A_folder_that_is_in_use_is_left_alone()
    {
        using var cli = new CliRun().With("AzureWebJobsStorage", "UseDevelopmentStorage=true");
        var file = Path.Combine(cli.Folder, "mine.txt");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        (await cli.Run("backup", cli.Folder)).ShouldBe(1);
        cli.Errors.ShouldContain("new folder");
        File.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_with_what_it_lacks()
    {
        using var cli = new CliRun().With("AzureWebJobsStorage", "UseDevelopmentStorage=true");
        (await cli.Run("restore", cli.Folder)).ShouldBe(1);
        cli.Errors.ShouldContain("manifest.json");
    }
}
