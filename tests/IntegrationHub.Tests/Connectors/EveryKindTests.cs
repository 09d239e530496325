using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Examples;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Tests.Docs;
using IntegrationHub.Tests.Invented;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors;

/// <summary>What every connector says of itself: whole, in both languages, and true.</summary>
public sealed partial class EveryKindTests
{
    public static TheoryData<string> Named => [.. All.Select(one => one.Name)];

    private static IEnumerable<(string Name, object Kind)> All =>
    [
        .. InventedSystems.Kinds.Authentications.Select(kind => ($"authentication {kind.Name}", (object)kind)),
        .. InventedSystems.Kinds.Sources.Select(kind => ($"source {kind.Name}", (object)kind)),
        .. InventedSystems.Kinds.Connections.Select(kind => ($"{kind.Role} {kind.Name}", (object)kind)),
    ];

    [Theory]
    [MemberData(nameof(Named))]
    public void A_kind_says_everything_in_French_and_English(string name)
    {
        var texts = Texts(All.Single(one => one.Name == name).Kind).Where(text => text.En + text.Fr != "").ToList();

        texts.ShouldNotBeEmpty();
        foreach (var text in texts)
        {
            text.Fr.ShouldNotBeNullOrWhiteSpace(text.En);
            text.En.ShouldNotBeNullOrWhiteSpace(text.Fr);
            Filled(text.Fr).ShouldBe(Filled(text.En), text.En);
            ResxTests.IsMisplaced(text.Fr).ShouldBeFalse(text.Fr);
            (text.Fr + text.En).ShouldNotMatch("['\"]|\\.\\.\\.");
        }
    }

    /// <summary>A title stands alone, at the head of a part of a page.</summary>
    [Fact]
    public void The_title_of_a_connection_begins_with_a_capital() =>
        InventedSystems.Kinds.Connections.SelectMany(kind => (string[])[kind.Title.Fr, kind.Title.En])
            .ShouldAllBe(title => char.IsUpper(title[0]));

    [Theory]
    [MemberData(nameof(Named))]
    public void Nothing_is_named_twice_and_each_name_is_one_for_a_file(string name)
    {
        foreach (var settings in Values(All.Single(one => one.Name == name).Kind).OfType<IEnumerable<Setting>>())
        {
            settings.Select(setting => setting.Name).ShouldBeUnique();
            settings.ShouldAllBe(setting => Camel().IsMatch(setting.Name));
            settings.ShouldAllBe(setting => setting.Choices.Count == 0 || setting.Choices[0] == setting.Default);
        }
    }

    [Fact]
    public void Every_way_of_proof_that_a_kind_names_is_there()
    {
        foreach (var kind in HubKinds.All.Sources)
        {
            kind.Authentications.ShouldNotBeEmpty();
            kind.Authentications.Concat(kind.Guide.SelectMany(way => way.Authentications.Concat(way.Proofs.Keys)))
                .ShouldBeSubsetOf(HubKinds.All.AuthenticationsOf(kind));
        }
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void The_example_that_the_console_shows_passes_lint(string name)
    {
        var example = All.Single(one => one.Name == name).Kind switch
        {
            SourceKind source => FileExample.Of(source, InventedSystems.Kinds),
            ConnectionKind { IsTheHub: true } hub => $"{FileExample.Of(hub)}{Issuer}sources: {{}}\n",
            ConnectionKind connection => $"{FileExample.Of(connection)}sources: {{}}\n",
            _ => "sources: {}\n",
        };
        var folder = System.IO.Directory.CreateTempSubdirectory("example-");
        var file = Path.Combine(folder.CreateSubdirectory(FileExample.Institution).FullName, "institution.yaml");
        File.WriteAllText(
            file,
            $"id: college\nname: {{ fr: Collège, en: College }}\ntimeZone: America/Toronto\npepper: COLLEGE_PEPPER\n{example}");

        CatalogueLint.Check(folder.FullName, _ => null, InventedSystems.Kinds).ShouldBeEmpty(example);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_kind_that_is_described_is_served_and_none_serves_undescribed()
    {
        await using var hub = new Hub(new Dictionary<string, string>());

        hub.Get<IEnumerable<IAuthentication>>().Select(one => one.Scheme).ShouldBe(HubKinds.Schemes, ignoreOrder: true);
        hub.Get<IEnumerable<ILms>>().Where(one => one is not IReconciledForm).Select(one => one.Kind)
            .ShouldBe(HubKinds.All.Sources.Select(kind => kind.Name), ignoreOrder: true);
        hub.Get<IEnumerable<ILmsApi>>().Select(one => one.Kind)
            .ShouldBe(HubKinds.All.Sources.Where(kind => kind.ApiSecrets is not null).Select(kind => kind.Name), ignoreOrder: true);
        hub.Get<IEnumerable<ISis>>().Select(one => one.Kind).ShouldBe(Of(ConnectionRole.Sis), ignoreOrder: true);
        hub.Get<IEnumerable<IBadgePlatform>>().Select(one => (one.Kind, one.IsTheHub))
            .ShouldBe(
                HubKinds.All.Connections.Where(kind => kind.Role == ConnectionRole.Badges).Select(kind => (kind.Name, kind.IsTheHub)),
                ignoreOrder: true);
        hub.Get<IEnumerable<IChannel>>().Select(one => one.Kind).ShouldBe(Of(ConnectionRole.Channel), ignoreOrder: true);
        hub.Get<IEnumerable<IMailbox>>().Select(one => one.Kind).ShouldBe(Of(ConnectionRole.Mail), ignoreOrder: true);
        hub.Get<IEnumerable<IDirectory>>().Select(one => one.Kind).ShouldBe(Of(ConnectionRole.Directory), ignoreOrder: true);
        hub.Get<ConnectorKinds>().Sources.ShouldBe(HubKinds.All.Sources);
    }

    private const string Issuer = """
        issuer:
          did: did:web:hub.example.ca:issuers:college
          url: https://www.college.example.ca
          ed25519: COLLEGE_ED25519
          rsa: COLLEGE_RSA

        """;

    private static IEnumerable<string> Of(ConnectionRole role) =>
        HubKinds.All.Connections.Where(kind => kind.Role == role).Select(kind => kind.Name);

    private static IEnumerable<BilingualText> Texts(object? value) => value switch
    {
        BilingualText text => [text],
        null or string or Delegate => [],
        IDictionary entries => entries.Values.Cast<object?>().SelectMany(Texts),
        IEnumerable items => items.Cast<object?>().SelectMany(Texts),
        _ => Values(value).SelectMany(Texts),
    };

    private static IEnumerable<object?> Values(object value) => value.GetType().IsPrimitive || value is Enum
        ? []
        : value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.GetValue(value));

    private static IEnumerable<string> Filled(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[a-z]+([A-Z][a-z0-9]*)*$")]
    private static partial Regex Camel();
}
