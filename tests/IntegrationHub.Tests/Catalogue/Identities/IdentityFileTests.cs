using System.Text;
using IntegrationHub.Catalogue.Identities;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Identities;

public sealed class IdentityFileTests
{
    [Theory]
    [InlineData("studentNumber,lmsId,login,email\n900100001,301,s1,a@example.ca\n")]
    [InlineData("\uFEFFemail;studentNumber;lmsId;login\r\na@example.ca;900100001;301;s1\r\n")]
    [InlineData("StudentNumber ; LMSID ; Login ; Email ; remark\n\"900100001\"; 301 ;s1;a@example.ca;\"two; words\"\n")]
    public void Columns_come_in_any_order_with_comma_or_semicolon_and_a_mark_or_none(string file)
    {
        var (entries, faults) = Read(file);

        faults.ShouldBeEmpty();
        entries.ShouldBe([new(2, "900100001", "301", "s1", "a@example.ca")]);
    }

    [Fact]
    public void Every_faulty_line_is_told_with_its_number_and_the_others_are_read()
    {
        var (entries, faults) = Read(
            "studentNumber,lmsId,email\n900100001,301,\n,302,\n\n900100003,,\n900100004,301,\n900100005,,Five@example.ca\n900100006,,"
                + "five@example.ca\n900100001,301,one@example.ca\n"
        );

        entries.Select(entry => entry.Line).ShouldBe([2, 7, 9]);
        faults.Select(fault => fault.Line).ShouldBe([3, 5, 6, 8]);
        foreach (var fault in faults)
            fault.ToString().ShouldNotContain("example.ca");
    }

    [Theory]
    [InlineData("")]
    [InlineData("lmsId,login\n1,2\n")]
    [InlineData("studentNumber,name\n1,2\n")]
    public void A_file_without_the_columns_says_which_it_needs(string file)
    {
        var (entries, faults) = Read(file);

        entries.ShouldBeEmpty();
        var fault = faults.ShouldHaveSingleItem();
        fault.Line.ShouldBe(1);
        fault.Message.En.ShouldContain("studentNumber");
        fault.Message.Fr.ShouldContain("studentNumber");
    }

    private static (IReadOnlyList<IdentityEntry> Entries, IReadOnlyList<IdentityFault> Faults) Read(string file) =>
        IdentityFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)));
}
