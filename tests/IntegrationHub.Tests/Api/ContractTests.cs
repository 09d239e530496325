using IntegrationHub.Api;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Api;

public sealed class ContractTests
{
    private const int MostPositions = 10;

    private static readonly string[] Golden = File.ReadAllLines(Repository.Path("tests", "IntegrationHub.Tests", "Api", "wire.txt"));

    [Fact]
    public void Every_function_of_the_api_has_exactly_one_method_in_the_contract_and_every_method_a_function() =>
        Contract.Methods.Select(Contract.RouteOf).ShouldBe(Contract.Functions, ignoreOrder: true);

    /// <summary>wire.txt was first written from the types that the functions had of their own before there was a contract.</summary>
    [Fact]
    public void What_the_api_reads_and_answers_is_as_it_was()
    {
        var wire = Contract.Methods.SelectMany(Contract.ShapeOf).ToList();

        Golden.Except(wire).ShouldBeEmpty();
        wire.Except(Golden).ShouldBeEmpty();
    }

    /// <summary>Refit does not ask for an exception of ours where a request without an answer cannot be sent.</summary>
    [Fact]
    public void Every_request_has_an_answer_that_is_a_type() =>
        Contract.Methods.Where(method => !method.ReturnType.IsGenericType).Select(Contract.RouteOf).ShouldBeEmpty();

    [Fact]
    public void What_has_many_members_names_them() =>
        typeof(IHubApi).Assembly.GetExportedTypes()
            .Where(type => type.GetConstructors().Any(constructor => constructor.GetParameters().Length > MostPositions))
            .ShouldBeEmpty();
}
