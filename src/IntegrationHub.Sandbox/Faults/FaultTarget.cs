namespace IntegrationHub.Sandbox.Faults;

/// <summary>What a rule is compared with; the text is the unescaped query and the body.</summary>
internal sealed record FaultTarget(string System, string Method, string Path, string Text)
{
    public bool Matches(FaultRule rule) =>
        rule.System == System
        && (string.IsNullOrEmpty(rule.Method) || rule.Method.Equals(Method, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(rule.Path) || Path.Contains(rule.Path, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(rule.Text) || Text.Contains(rule.Text, StringComparison.OrdinalIgnoreCase));

    public static async Task<FaultTarget> OfAsync(string system, HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        var query = Uri.UnescapeDataString(request.QueryString.Value!.Replace('+', ' '));
        return new(system, request.Method, request.Path.Value!, $"{query}\n{body}");
    }
}
