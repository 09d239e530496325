using System.Net;
using IntegrationHub.OpenBadges.Http;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Http;

/// <summary>Where a stranger's address may lead, and where never.</summary>
public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("1.1.1.1", true, true)]
    [InlineData("10.0.0.5", false, true)]
    [InlineData("172.31.255.1", false, true)]
    [InlineData("100.64.1.1", false, true)]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("::ffff:10.0.0.1", false, true)]
    [InlineData("64:ff9b::a00:1", false, true)]
    [InlineData("2002:a00:1::1", false, true)]
    [InlineData("169.254.169.254", false, false)]
    [InlineData("168.63.129.16", false, false)]
    [InlineData("fe80::1", false, false)]
    [InlineData("2606:4700:4700::1111", true, true)]
    public void Only_public_addresses_are_called_and_metadata_services_never(string address, bool allowed, bool allowedWithPrivate)
    {
        new AddressPolicy(allowPrivate: false).Allows(IPAddress.Parse(address)).ShouldBe(allowed);
        new AddressPolicy(allowPrivate: true).Allows(IPAddress.Parse(address)).ShouldBe(allowedWithPrivate);
    }

    [Fact]
    public void The_published_verdicts_are_ours()
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        var rows = File.ReadLines(Path.Combine(Readings.Samples()!.FullName, "webhooks", "ssrf-addresses.csv")).Skip(1)
            .Select(line => line.Split(',')).Where(row => IPAddress.TryParse(row[0], out _)).ToList();

        rows.Count.ShouldBeGreaterThan(15);
        foreach (var row in rows)
        {
            new AddressPolicy(allowPrivate: false).Allows(IPAddress.Parse(row[0])).ShouldBe(row[1] == "0", row[0]);
            new AddressPolicy(allowPrivate: true).Allows(IPAddress.Parse(row[0])).ShouldBe(row[2] == "0", row[0]);
        }
    }
}
