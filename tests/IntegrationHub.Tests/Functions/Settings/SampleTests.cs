using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Catalogue;
using IntegrationHub.Core;
using IntegrationHub.EmbeddedHost.Settings;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Functions.Telemetry;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Settings;

/// <summary>local.settings.sample.json says every setting that the hub reads, and no other, with its default and what it means.</summary>
public sealed partial class SampleTests
{
    // Every options class and where its settings are: a new class is a line here.
    private static readonly Dictionary<Type, string> Bound = new()
    {
        [typeof(HubOptions)] = "",
        [typeof(PipelineOptions)] = "Pipeline:",
        [typeof(CatalogueOptions)] = $"{CatalogueOptions.Section}:",
        [typeof(TelemetryOptions)] = $"{TelemetryOptions.Section}:",
    };

    // Read one by one, bound to no class: a new one is a line here.
    private static readonly Dictionary<string, Type> Single = new()
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = typeof(string),
        ["AzureWebJobsStorage"] = typeof(string),
        ["Hub:AdminKey"] = typeof(string),
        ["Outgoing:AllowPrivate"] = typeof(bool),
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = typeof(string),
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = typeof(string),
        [QueueSettings.LeaseKey] = typeof(TimeSpan),
        [Strictness.Key] = typeof(bool),
    };

    // What looks like a setting in the code and is none of a person's: command line, the file's own port, what is logged.
    private static readonly string[] NoSettings =
    [
        LocalSettings.PortKey, CommandLine.PortKey, StartingPoint.DirectoryKey, "Logging:LogLevel:Microsoft.AspNetCore", "Event:Completed",
    ];

    // Options of a credential's proof, of no program.
    private static readonly Type[] NoSettingsClasses = [typeof(ProofOptions)];

    // Bound, and not the default because the default is none, or a person's to say.
    private static readonly string[] WithoutDefault = ["PublicBaseUrl", "Catalogue:Folder", "Catalogue:LastGood"];

    private static readonly string Text = File.ReadAllText(Repository.Path("local.settings.sample.json"));

    private static readonly Dictionary<string, string?> Sample = Read();

    private static readonly Assembly[] Rooms = [typeof(HubOptions).Assembly, .. typeof(HubOptions).Assembly.GetReferencedAssemblies()
        .Where(room => room.Name!.StartsWith("IntegrationHub.", StringComparison.Ordinal)).Select(Assembly.Load)];

    public static TheoryData<string> Names =>
        [.. Sample.Keys.Where(name => name != LocalSettings.PortKey && !name.StartsWith("LACNORD_", StringComparison.Ordinal))];

    [Fact]
    public void Every_setting_is_in_the_sample_and_no_other() =>
        Sample.Keys.Where(name => name != LocalSettings.PortKey).ShouldBe(
            [.. Single.Keys, .. Properties.Select(property => property.Name), .. Schedules(), .. NamedByTheSandboxInstitution()],
            ignoreOrder: true);

    [Fact]
    public void Every_options_class_of_the_program_is_held_against_the_sample() =>
        Rooms.SelectMany(room => room.GetTypes()).Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Except(NoSettingsClasses).ShouldBe(Bound.Keys, ignoreOrder: true);

    [Fact]
    public void What_the_code_reads_by_name_is_in_the_sample()
    {
        var named = Rooms.SelectMany(room => UserStrings.Of(room.Location)).Where(text => SettingName().IsMatch(text)).ToHashSet();
        named.ShouldContain("Hub:AdminKey");
        named.Except(NoSettings).ShouldAllBe(name => Sample.ContainsKey(name));
    }

    [Fact]
    public void What_the_sample_gives_as_a_default_is_the_default()
    {
        var sample = new ConfigurationBuilder().AddInMemoryCollection(Sample).Build();
        foreach (var (name, property) in Properties.Where(property => !WithoutDefault.Contains(property.Name)))
            sample
                .GetValue(property.PropertyType, name)
                .ShouldBe(property.GetValue(Activator.CreateInstance(property.DeclaringType!)), name);
        var none = new ConfigurationBuilder().Build();
        sample.GetValue<TimeSpan>(QueueSettings.LeaseKey).ShouldBe(QueueSettings.Read(none, none, new()).Lease);
        sample.GetValue<bool>("Outgoing:AllowPrivate").ShouldBeFalse();
        sample.GetValue<bool>(Strictness.Key).ShouldBe(Strictness.Read(none, new()).IsStrict);
    }

    [Fact]
    public void What_is_read_one_by_one_is_of_its_type()
    {
        var sample = new ConfigurationBuilder().AddInMemoryCollection(Sample).Build();
        foreach (var (name, type) in Single)
            sample.GetValue(type, name).ShouldNotBeNull(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_has_a_comment_of_its_own_that_says_what_it_may_be(string name)
    {
        var comment = CommentAbove(name);
        comment.Length.ShouldBeGreaterThan(40);
        var type = Single.GetValueOrDefault(name) ?? Properties.FirstOrDefault(property => property.Name == name).Property?.PropertyType;
        if (type == typeof(TimeSpan))
            comment.ShouldMatch(@"(from|above) \S*\d\d:\d\d:\d\d|from Pipeline__FirstRetry to");
        else if (type == typeof(int))
            comment.ShouldMatch(@": (bytes|days), from \d+");
        else if (type == typeof(bool))
            comment.ShouldContain("true or false");
    }

    [Fact]
    public void A_setting_without_which_the_hub_does_not_start_is_called_required()
    {
        string[] required = ["AzureWebJobsStorage", "PublicBaseUrl", "Catalogue:Folder", .. Schedules()];
        Names
            .Select(row => row.Data)
            .Where(name => CommentAbove(name).StartsWith("Required.", StringComparison.Ordinal))
            .ShouldBe(required, ignoreOrder: true);
    }

    [Fact]
    public void The_values_are_texts_as_Azure_s_tools_want_them() =>
        JsonNode.Parse(Text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!["Values"]!.AsObject()
            .ShouldAllBe(setting => setting.Value!.GetValueKind() == JsonValueKind.String);

    [Fact]
    public void No_secret_is_in_the_sample() =>
        Sample
            .Where(setting => setting.Key.StartsWith("LACNORD_", StringComparison.Ordinal) || setting.Key == "Hub:AdminKey")
            .ShouldAllBe(setting => setting.Value == "");

    private static Dictionary<string, string?> Read()
    {
        var folder = Directory.CreateTempSubdirectory("settings-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, LocalSettings.FileName), Text);
            return LocalSettings.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, PropertyInfo Property)> Properties =>
        from bound in Bound
        from property in bound.Key.GetProperties()
        select (bound.Value + property.Name, property);

    private static string CommentAbove(string name)
    {
        var lines = Text.Split('\n');
        var at = Array.FindIndex(lines, line =>
            line.TrimStart().StartsWith($"\"{name.Replace(":", "__", StringComparison.Ordinal)}\":", StringComparison.Ordinal));
        at.ShouldBeGreaterThan(0);
        return string.Join(
            ' ',
            lines[..at]
                .Reverse()
                .TakeWhile(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Reverse()
                .Select(line => line.Trim().TrimStart('/').Trim()));
    }

    private static IEnumerable<string> Schedules() =>
        from type in typeof(HubOptions).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let schedule = parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule
        where schedule is ['%', .., '%']
        select schedule.Trim('%');

    private static IEnumerable<string> NamedByTheSandboxInstitution()
    {
        var yaml = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "IntegrationHub.Sandbox", "Institutions", "lacnord", "institution.yaml"));
        return Secret().Matches(yaml).Select(match => match.Value)
            .Concat(Address().Matches(yaml).Select(match => match.Groups[1].Value))
            .Distinct();
    }

    [GeneratedRegex("LACNORD_[A-Z0-9_]+")]
    private static partial Regex Secret();

    [GeneratedRegex("%([A-Za-z]+)%")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(:[A-Z][A-Za-z.]+)+\z")]
    private static partial Regex SettingName();
}
