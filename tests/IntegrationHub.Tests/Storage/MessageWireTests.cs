using System.Text;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>The host hands messages over as the queue holds them: the hub decodes them.</summary>
public sealed class MessageWireTests
{
    [Theory]
    [InlineData("""{"v":2,"id":"1","message":{}}""")]
    [InlineData("L’élève a réussi 🎓")]
    [InlineData("")]
    public void What_the_hub_sent_in_base64_is_read_as_it_was(string text) =>
        Messages.Decode(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))).ShouldBe(text);

    [Theory]
    [InlineData("{ not base64 }")]
    [InlineData("""{"v":2,"id":"1","kind":"step"}""")]
    [InlineData("test")] // base64 of three bytes that are no text
    [InlineData("=")]
    [InlineData("<QueueMessage/>")]
    public void What_somebody_else_put_there_stands_for_itself(string wire) => Messages.Decode(wire).ShouldBe(wire);
}
