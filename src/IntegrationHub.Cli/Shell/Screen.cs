using System.Text.Json;
using IntegrationHub.Api;
using Spectre.Console;

namespace IntegrationHub.Cli.Shell;

/// <summary>The terminal: spinners where a person watches, plain lines everywhere else.</summary>
internal sealed class Screen(IAnsiConsole console, TextWriter errors)
{
    private const int PlainWidth = 200;

    private static readonly JsonSerializerOptions ReadableJson =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Interactive => console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi;

    public static Screen OfTerminal()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = PlainWidth;
        return new(console, Console.Error);
    }

    public void Line(string text = "") => console.Profile.Out.Writer.WriteLine(text);

    public void Complain(string text) => errors.WriteLine(text);

    public void Markup(string markup) => console.MarkupLine(markup);

    public void Show(Spectre.Console.Rendering.IRenderable content) => console.Write(content);

    /// <summary>Asks a person who watches; where nobody does, says what is needed instead.</summary>
    public bool Confirm(string question, string otherwise)
    {
        if (Interactive)
            return console.Prompt(new ConfirmationPrompt(Spectre.Console.Markup.Escape(question)) { DefaultValue = false });
        Complain(otherwise);
        return false;
    }

    /// <summary>Shows what is going on until the work is done; the work may change the text.</summary>
    public async Task Work(string text, Func<Action<string>, Task> work)
    {
        if (!Interactive)
        {
            Line(text);
            var last = text;
            await work(next =>
            {
                if (next != last)
                    Line(last = next);
            });
            return;
        }
        var shown = text;
        await console.Status().StartAsync(Spectre.Console.Markup.Escape(text), context =>
            work(next => context.Status = Spectre.Console.Markup.Escape(shown = next)));
        console.MarkupLine($"[green]✓[/] {Spectre.Console.Markup.Escape(shown)}");
    }

    /// <summary>A value as JSON, written as the hub writes it.</summary>
    public void Json<T>(T value) => Line(JsonSerializer.SerializeToNode(value, HubJson.Options)!.ToJsonString(ReadableJson));

    public static Table Grid(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(Spectre.Console.Markup.Escape(heading)));
        return table;
    }
}
