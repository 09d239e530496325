using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Model.Institutions;

/// <summary>Secrets are named in files and held in settings; while one is changed, both are taken.</summary>
public sealed class InboundSecretTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero);
    private static readonly InboundSecret Changing = new("NEW", "OLD", End);

    private readonly Dictionary<string, string> _settings = new() { ["NEW"] = "new", ["OLD"] = "old" };

    private ISecrets Secrets => new FakeSecrets(_settings);

    [Fact]
    public void The_previous_secret_is_taken_until_its_end_and_not_at_it()
    {
        Secrets.Accepted(OneInstitution.Id, Changing, End.AddTicks(-1)).ShouldBe(["new", "old"]);
        Secrets.Accepted(OneInstitution.Id, Changing, End).ShouldBe(["new"]);
    }

    [Fact]
    public void What_no_setting_holds_is_no_secret_that_anybody_could_send()
    {
        _settings["NEW"] = "";
        Secrets.Accepted(OneInstitution.Id, Changing, End.AddDays(-1)).ShouldBe(["old"]);
        _settings["OLD"] = "";
        Secrets.Accepted(OneInstitution.Id, Changing, End.AddDays(-1)).ShouldBeEmpty();
        Secrets.Accepted(OneInstitution.Id, new("NEW"), End.AddDays(-1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_previous_secret_without_an_end_is_not_taken() =>
        Secrets.Accepted(OneInstitution.Id, new("NEW", "OLD"), End).ShouldBe(["new"]);

    [Fact]
    public void What_is_missing_is_named_and_never_its_value()
    {
        var connection = OneInstitution.Only.Connections[ConnectionRole.Sis] with
        {
            Secrets = new Dictionary<string, string> { ["key"] = "NEW", ["token"] = "GONE" },
        };

        Secrets.Get(OneInstitution.Only, connection, "key").ShouldBe("new");
        Should
            .Throw<InvalidOperationException>(() => Secrets.Get(OneInstitution.Only, connection, "token"))
            .Message.ShouldContain("'GONE' holds no value");
        Should
            .Throw<InvalidOperationException>(() => Secrets.Get(OneInstitution.Only, connection, "password"))
            .Message.ShouldBe("The connection 'double' names no secret 'password'.");
    }

    [Fact]
    public void A_setting_that_is_a_list_is_split_at_blanks()
    {
        var source = OneInstitution.Only.Sources["lms"] with { Settings = new Dictionary<string, string> { ["accounts"] = " one  two " } };

        source.List("accounts").ShouldBe(["one", "two"]);
        source.List("courses").ShouldBeEmpty();
        source.Setting("accounts").ShouldBe(" one  two ");
        source.Setting("courses").ShouldBeNull();
    }
}
