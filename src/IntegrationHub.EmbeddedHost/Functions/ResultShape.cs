using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>Turns what a method returns into something to await, decided once per function.</summary>
internal static class ResultShape
{
    /// <summary>For functions that answer nothing; null when the type is not <c>void</c>, <c>Task</c> or <c>ValueTask</c>.</summary>
    public static Func<object?, ValueTask<IResult?>>? OfWork(Type type) =>
        type == typeof(void) ? _ => ValueTask.FromResult<IResult?>(null)
        : type == typeof(Task) ? async returned => { await (Task)returned!; return null; }
        : type == typeof(ValueTask) ? async returned => { await (ValueTask)returned!; return null; }
        : null;

    /// <summary>For HTTP functions; null when the type is not an <c>IResult</c>, or a <c>Task</c> or <c>ValueTask</c> of one.</summary>
    public static Func<object?, ValueTask<IResult?>>? OfAnswer(Type type)
    {
        if (type.IsAssignableTo(typeof(IResult)))
            return returned => ValueTask.FromResult((IResult?)returned);
        if (!type.IsGenericType || !type.GenericTypeArguments[0].IsAssignableTo(typeof(IResult)))
            return null;
        return type.GetGenericTypeDefinition() == typeof(Task<>) ? Awaiting(nameof(FromTask), type)
            : type.GetGenericTypeDefinition() == typeof(ValueTask<>) ? Awaiting(nameof(FromValueTask), type)
            : null;
    }

    private static Func<object?, ValueTask<IResult?>> Awaiting(string method, Type type) =>
        typeof(ResultShape).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GenericTypeArguments[0]).CreateDelegate<Func<object?, ValueTask<IResult?>>>();

    private static async ValueTask<IResult?> FromTask<T>(object? returned) where T : IResult => await (Task<T>)returned!;

    private static async ValueTask<IResult?> FromValueTask<T>(object? returned) where T : IResult => await (ValueTask<T>)returned!;
}
