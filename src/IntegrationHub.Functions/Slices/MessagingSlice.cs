using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class MessagingSlice
{
    /// <summary>Messages are led to their handlers, wait and come again. Needs the queues.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services) => services
        .AddSingleton<MessageRouter>()
        .AddSingleton<Postponement>();

    /// <summary>A kind of message and what handles it; where the host gives it up, a person can have it sent again.</summary>
    public static IServiceCollection AddMessage<TMessage, THandler>(this IServiceCollection services)
        where TMessage : HubMessage, IMessageKind
        where THandler : IHandle<TMessage> =>
        services.AddRoute<TMessage, THandler>((provider, message, _, cancellation) =>
            provider.GetRequiredService<FailedMessages>().Ask(message, detail: null, cancellation));

    /// <summary>A kind of message, what handles it, and what owns it where the host gives it up.</summary>
    public static IServiceCollection AddMessage<TMessage, THandler, TPoison>(this IServiceCollection services)
        where TMessage : HubMessage, IMessageKind
        where THandler : IHandle<TMessage>
        where TPoison : IOwnPoison<TMessage> =>
        services.AddRoute<TMessage, THandler>((provider, message, envelope, cancellation) =>
            provider.GetRequiredService<TPoison>().Own(message, envelope, cancellation));

    private static IServiceCollection AddRoute<TMessage, THandler>(
        this IServiceCollection services, Func<IServiceProvider, TMessage, Envelope, CancellationToken, Task> own)
        where TMessage : HubMessage, IMessageKind
        where THandler : IHandle<TMessage> =>
        services.AddSingleton(provider => new MessageRoute(
            typeof(TMessage),
            TMessage.Kind,
            (envelope, cancellation) => provider.GetRequiredService<THandler>().Handle((TMessage)envelope.Message, envelope, cancellation),
            (envelope, cancellation) => own(provider, (TMessage)envelope.Message, envelope, cancellation)));
}
