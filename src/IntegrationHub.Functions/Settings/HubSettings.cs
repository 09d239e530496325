using IntegrationHub.Core;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Functions.Settings;

/// <summary>Settings, bound and checked at start: with faults the hub does not start, and lists them.</summary>
internal static class HubSettings
{
    public static IServiceCollection AddHubSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ISecrets, TenantSecrets>();
        services.AddSingleton<IInstitutionCheck, PepperCheck>();
        services.AddSingleton<IValidateOptions<HubOptions>, SecretLists>();
        services.AddOptions<HubOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PipelineOptions>()
            .Bind(configuration.GetSection("Pipeline"))
            .Validate(
                options => options.Claim > TimeSpan.Zero && options.Claim < TimeSpan.FromMinutes(10),
                "Pipeline:Claim must lie between 0 and the queue's lease of 10 minutes: set it to a duration such as 00:02:00.")
            .Validate(
                options => options.FirstRetry > TimeSpan.Zero && options.LongestRetry >= options.FirstRetry,
                "Pipeline:FirstRetry must be above zero and not longer than Pipeline:LongestRetry.")
            .Validate(
                options => options.LongestRetry <= TimeSpan.FromDays(7),
                "Pipeline:LongestRetry must be at most 7 days, as long as a queue hides a message: set it to a duration such as 06:00:00.")
            .Validate(
                options => options.GiveUpAfter > TimeSpan.Zero,
                "Pipeline:GiveUpAfter must be above zero: set it to a duration such as 3.00:00:00.")
            .Validate(
                options => options.SweepAfter > TimeSpan.Zero,
                "Pipeline:SweepAfter must be above zero: set it to a duration such as 00:10:00.")
            .Validate(
                options => options.LargestDelivery is > 0 and < int.MaxValue,
                "Pipeline:LargestDelivery must be above zero: set it to a number of bytes such as 1048576.")
            .Validate(
                options => options.LargestUnpacked is > 0 and < int.MaxValue,
                "Pipeline:LargestUnpacked must be above zero: set it to a number of bytes such as 4194304.")
            .Validate(options => options.PayloadDays > 0, "Pipeline:PayloadDays must be above zero: set it to a number of days such as 30.")
            .ValidateOnStart();
        services.AddSingleton(provider => new PublicAddresses(
            new(provider.GetRequiredService<IOptions<HubOptions>>().Value.PublicBaseUrl)));
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<PipelineOptions>>().Value);
    }

    /// <summary>The operator's lists of secrets of older names.</summary>
    private sealed class SecretLists(IConfiguration configuration) : IValidateOptions<HubOptions>
    {
        public ValidateOptionsResult Validate(string? name, HubOptions options) =>
            SecretNames
                .Faults(
                    configuration.GetSection(SecretNames.Section).GetChildren().Select(list => KeyValuePair.Create(list.Key, list.Value)))
                .ToList()
                is { Count: > 0 } faults
                ? ValidateOptionsResult.Fail(faults)
                : ValidateOptionsResult.Success;
    }
}
