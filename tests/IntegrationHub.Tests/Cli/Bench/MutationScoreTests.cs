using IntegrationHub.Cli.Bench;
using IntegrationHub.Cli.Shell;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.Tests.Cli.Bench;

public sealed class MutationScoreTests
{
    private readonly MutationScore _score = MutationScore.Read("""
        {"files":{
         "/somewhere/Core/Rules/B.cs":{"mutants":[{"status":"Killed","mutatorName":"m","location":{"start":{"line":1}}}]},
         "/somewhere/Core/Rules/A.cs":{"mutants":[
          {"status":"Killed","mutatorName":"m","location":{"start":{"line":1}}},
          {"status":"Timeout","mutatorName":"m","location":{"start":{"line":2}}},
          {"status":"CompileError","mutatorName":"m","location":{"start":{"line":3}}},
          {"status":"Ignored","mutatorName":"m","location":{"start":{"line":4}}},
          {"status":"Survived","mutatorName":"Equality mutation","replacement":"a < b","location":{"start":{"line":5}}},
          {"status":"NoCoverage","mutatorName":"m","location":{"start":{"line":6}}}]},
         "/somewhere/Core/Awards/C.cs":{"mutants":[{"status":"Survived","mutatorName":"m","location":{"start":{"line":7}}}]},
         "/somewhere/Core/Awards/D.cs":{"mutants":[]}}}
        """);

    [Fact]
    public void What_does_not_compile_does_not_count_and_what_never_ends_is_noticed()
    {
        _score.Files.ShouldBe([new("Awards/C.cs", 0, 0, 1, 0), new("Rules/A.cs", 1, 1, 1, 1), new("Rules/B.cs", 1, 0, 0, 0)]);
        _score.Percent.ShouldBe(50);
    }

    [Fact]
    public void Folders_add_up_their_files()
    {
        _score.Folders.ShouldBe([new("Awards", 0, 0, 1, 0), new("Rules", 2, 1, 1, 1)]);
        _score.Folders[1].Percent.ShouldBe(60);
    }

    [Fact]
    public void Each_survivor_says_where_it_is_and_what_became_of_the_code() =>
        _score.Survivors.ShouldContain("Rules/A.cs:5 Equality mutation → a < b");

    [Theory]
    [InlineData("Rulez")]
    [InlineData("../IntegrationHub.Cli")]
    [InlineData("")]
    public async Task A_folder_that_the_Core_has_not_is_refused_before_anything_runs(string folder)
    {
        var refusal = await Should.ThrowAsync<CliException>(() =>
            Mutation.Run(Workspace.Find(), new(AnsiConsole.Console, TextWriter.Null), folder, TestContext.Current.CancellationToken));
        refusal.Message.ShouldContain("Rules");
    }
}
