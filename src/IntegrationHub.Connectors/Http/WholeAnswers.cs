using System.Reflection;
using System.Text.Json;
using Refit;

namespace IntegrationHub.Connectors.Http;

/// <summary>Reads JSON answers; <c>null</c>, also within a list, is no answer.</summary>
internal sealed class WholeAnswers(JsonSerializerOptions json) : IHttpContentSerializer
{
    private readonly SystemTextJsonContentSerializer _inner = new(json);

    /// <inheritdoc/>
    public HttpContent ToHttpContent<T>(T item) => _inner.ToHttpContent(item);

    /// <inheritdoc/>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => _inner.GetFieldNameForProperty(propertyInfo);

    /// <inheritdoc/>
    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Whole(await _inner.FromHttpContentAsync<T>(content, cancellationToken));

    /// <summary>What was read.</summary>
    /// <exception cref="JsonException">It is no answer.</exception>
    public static T Whole<T>(T? answer) => answer is not null && !(answer is IEnumerable<object?> items && items.Contains(null))
        ? answer
        : throw new JsonException("The answer is null, or a list that holds null.");
}
