using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Tests.EmbeddedHost.Http;

public sealed class SamplePage
{
    [Function("Page")]
    public static RazorComponentResult<Hello> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page/{name}")] HttpRequest request,
        string name) => new(new { Name = name }) { PreventStreamingRendering = true };


    public sealed class Hello : ComponentBase
    {
        [Parameter]
        public string? Name { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "h1");
            builder.AddContent(1, $"Bonjour {Name}");
            builder.CloseElement();
        }
    }
}
