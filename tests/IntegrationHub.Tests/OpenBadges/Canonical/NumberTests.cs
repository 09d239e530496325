using System.Globalization;
using IntegrationHub.OpenBadges.Canonical;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Canonical;

public sealed class NumberTests
{
    /// <summary>From the table in RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Canonical_json_writes_numbers_as_ecmascript_does(string bits, string text) =>
        Numbers
            .EcmaScript(BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
            .ShouldBe(text);

    [Theory]
    [InlineData(0.5, "5.0E-1")]
    [InlineData(1.5, "1.5E0")]
    [InlineData(-100.25, "-1.0025E2")]
    [InlineData(1e21, "1.0E21")]
    [InlineData(4503599627370497.5, "4.503599627370498E15")]
    [InlineData(0.1, "1.0E-1")]
    [InlineData(5e-324, "4.940656458412465E-324")]
    public void A_double_has_one_canonical_form(double value, string text) => Numbers.Double(value).ShouldBe(text);
}
