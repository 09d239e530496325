namespace IntegrationHub.Sandbox.Settings;

internal sealed class SandboxOptions
{
    public Uri HubUrl { get; set; } = new("http://localhost:7071");

    /// <summary>A time span, or <c>never</c>: how long the registrar takes to roll a submitted grade.</summary>
    public string RollAfter { get; set; } = "00:00:03";

    /// <summary>Invented learners beyond campus.json, for load tests.</summary>
    public int ExtraLearners { get; set; }

    public EthosOptions Ethos { get; set; } = new();
    public BadgrOptions Badgr { get; set; } = new();
    public TeamsOptions Teams { get; set; } = new();
    public GraphOptions Graph { get; set; } = new();
    public MoodleOptions Moodle { get; set; } = new();
    public SecretAddressOptions OpenEdx { get; set; } = new();
    public SecretAddressOptions Forms { get; set; } = new();
    public SecretAddressOptions Blackboard { get; set; } = new();
    public CanvasOptions Canvas { get; set; } = new();

    public TimeSpan? RollDelay =>
        RollAfter == "never" ? null : TimeSpan.Parse(RollAfter, System.Globalization.CultureInfo.InvariantCulture);

    internal sealed class EthosOptions
    {
        public string ApiKey { get; set; } = "";
        public int MaxPageSize { get; set; } = 5;
    }

    internal sealed class BadgrOptions
    {
        public string User { get; set; } = "";
        public string Password { get; set; } = "";
        public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);
    }

    internal sealed class TeamsOptions
    {
        public string Sig { get; set; } = "";
    }

    internal sealed class GraphOptions
    {
        public string ClientId { get; set; } = "";
        public string ClientSecret { get; set; } = "";
        public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);
    }

    internal sealed class MoodleOptions
    {
        public string User { get; set; } = "";
        public string Password { get; set; } = "";

        /// <summary>Of the web services; empty: they refuse everybody.</summary>
        public string Token { get; set; } = "";
    }

    internal sealed class CanvasOptions
    {
        /// <summary>Of the REST API; empty: it refuses everybody.</summary>
        public string Token { get; set; } = "";
    }

    /// <summary>What stands behind the source's name and <c>~</c> in its address.</summary>
    internal sealed class SecretAddressOptions
    {
        public string AddressKey { get; set; } = "";
    }

    public static SandboxOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new();
        var faults = options.Faults().ToList();
        return faults.Count == 0 ? options : throw new SandboxSettingsException(string.Join(Environment.NewLine, faults));
    }

    private IEnumerable<string> Faults()
    {
        (string Name, string Value)[] required =
        [
            ("Ethos:ApiKey", Ethos.ApiKey), ("Badgr:User", Badgr.User), ("Badgr:Password", Badgr.Password),
            ("Teams:Sig", Teams.Sig), ("Graph:ClientId", Graph.ClientId), ("Graph:ClientSecret", Graph.ClientSecret),
            ("Moodle:User", Moodle.User), ("Moodle:Password", Moodle.Password),
            ("OpenEdx:AddressKey", OpenEdx.AddressKey), ("Forms:AddressKey", Forms.AddressKey),
            ("Blackboard:AddressKey", Blackboard.AddressKey),
        ];
        foreach (var (name, _) in required.Where(setting => string.IsNullOrWhiteSpace(setting.Value)))
            yield return $"Sandbox:{name} is missing: set it (environment: Sandbox__{name.Replace(":", "__")}).";
        if (Ethos.ApiKey.Length > 0 && !Guid.TryParse(Ethos.ApiKey, out _))
            yield return "Sandbox:Ethos:ApiKey is not a GUID: Ethos API keys are.";
        if (RollAfter != "never" && !TimeSpan.TryParse(RollAfter, System.Globalization.CultureInfo.InvariantCulture, out _))
            yield return "Sandbox:RollAfter is neither a time span (hh:mm:ss) nor 'never'.";
    }
}
