using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Hubs that lack something: a storage that answers, institutions' files without fault.</summary>
[Collection(nameof(OneHub))]
public sealed partial class SecondHubTests(RunningHub hub) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-");

    [Fact]
    public async Task Without_storage_a_completion_is_to_be_sent_again_and_noise_needs_none()
    {
        var ports = RunningHub.FreePorts(2);
        var settings = Settings(ports[0]);
        settings["AzureWebJobsStorage"] = Ports().Replace(hub.Storage, $":{ports[1]}/");
        await using var lame = await HubProcess.Start(settings, "/health/live");
        using var web = new HttpClient { BaseAddress = new(settings["urls"]) };
        var (learner, course, events) = (hub.Campus.NewLearner(), hub.Campus.Course("CYB120"), hub.Campus.Of<CanvasEvents>());

        using var completion = await Deliver(web, events.GradeChange(learner, course, 95));
        using var noise = await Deliver(web, events.AssetAccessed(learner, course));
        using var ready = await web.GetAsync("/health/ready");

        completion.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        completion.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        noise.StatusCode.ShouldBe(HttpStatusCode.OK);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Without_storage_no_key_of_a_form_goes_to_the_disk_and_its_page_says_so()
    {
        var ports = RunningHub.FreePorts(2);
        var settings = Settings(ports[0]);
        settings["AzureWebJobsStorage"] = Ports().Replace(hub.Storage, $":{ports[1]}/");
        settings["HOME"] = Directory.CreateDirectory(Path.Combine(_folder.FullName, "home")).FullName;
        await using var lame = await HubProcess.Start(settings, "/health/live");
        using var web = new HttpClient { BaseAddress = new(settings["urls"]) };

        using var form = await web.GetAsync("/verify?lang=en");

        form.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await form.Content.ReadAsStringAsync()).ShouldContain("The hub cannot reach its storage");
        Directory.EnumerateFileSystemEntries(settings["HOME"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_one_instance_shows_is_taken_by_another_and_after_a_restart()
    {
        var settings = Settings(RunningHub.FreePorts(1)[0]);
        using var web = new HttpClient(new Browsing(new(settings["PublicBaseUrl"])));
        var (one, other) = (hub.Anybody.BaseAddress!, new Uri(settings["urls"]));
        using var signedIn = await web.GetAsync(new Uri(one, $"/sign-in?key={hub.AdminKey}"));
        var field = Field().Match(await web.GetStringAsync(new Uri(one, "/verify"))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", field), new("key", "wrong")]);

        for (var start = 0; start < 2; start++)
        {
            await using var second = await HubProcess.Start(settings);
            using var page = await web.GetAsync(new Uri(other, "/sources"));
            using var taken = await web.PostAsync(new Uri(other, "/sign-in"), form);

            // Signed in; and the form is taken, for it is the key in it that is wrong.
            (page.StatusCode, taken.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
        }
    }

    [Fact]
    public async Task A_faulty_file_leaves_the_last_good_version_in_force_even_over_a_restart_and_a_person_is_told()
    {
        // On a storage of its own: it puts off what concerns an institution that never was good, and other tests wait for empty queues.
        await using var azurite = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());
        var settings = Settings(RunningHub.FreePorts(1)[0]);
        settings["AzureWebJobsStorage"] = azurite.ConnectionString;
        settings["Catalogue:Folder"] = Copy(hub.Institutions, "institutions");
        settings["Catalogue:LastGood"] = Copy(hub.Settings["Catalogue:LastGood"], "last-good");
        await File.AppendAllTextAsync(Path.Combine(settings["Catalogue:Folder"], "lacnord", "institution.yaml"), "\ntimeZone: [\n");
        var neverGood = Directory.CreateDirectory(Path.Combine(settings["Catalogue:Folder"], "rivesud"));
        await File.WriteAllTextAsync(Path.Combine(neverGood.FullName, "institution.yaml"), "id: rivesud\n");

        await using var second = await HubProcess.Start(settings);
        using var web = new HttpClient { BaseAddress = new(settings["urls"]) };
        using var api = HubConnection.Open(new(settings["urls"]), hub.AdminKey);
        using var inForce = await Deliver(
            web,
            hub.Campus.Of<CanvasEvents>().AssetAccessed(hub.Campus.NewLearner(), hub.Campus.Course("CYB120")));
        using var never = await web.PostAsync("/hooks/rivesud/canvas", new StringContent("{}"));

        inForce.StatusCode.ShouldBe(HttpStatusCode.OK);
        never.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        never.Headers.RetryAfter.ShouldNotBeNull();
        await RunningHub.Until(async () =>
            (await api.Attention(cancellation: CancellationToken.None)).Any(item =>
                item.Institution == "lacnord"
                && item.Cause == "catalogueFault"
                && $"{item.Detail}".Contains("institution.yaml:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_hub_without_a_folder_takes_its_institutions_from_blobs()
    {
        var container = new BlobContainerClient(hub.Storage, "catalogue");
        foreach (var file in Directory.EnumerateFiles(hub.Institutions, "*", SearchOption.AllDirectories))
            await container.UploadBlobAsync(
                Path.GetRelativePath(hub.Institutions, file).Replace('\\', '/'),
                new BinaryData(await File.ReadAllBytesAsync(file)));
        var settings = Settings(RunningHub.FreePorts(1)[0]);
        settings["Catalogue:FromBlobs"] = "true";
        settings["Catalogue:Folder"] = Path.Combine(_folder.FullName, "copies");

        await using var second = await HubProcess.Start(settings);
        using var web = new HttpClient { BaseAddress = new(settings["urls"]) };
        using var taken = await Deliver(
            web,
            hub.Campus.Of<CanvasEvents>().AssetAccessed(hub.Campus.NewLearner(), hub.Campus.Course("CYB120")));

        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_spoilt_while_the_hub_runs_stop_nobody()
    {
        var file = Path.Combine(hub.Institutions, "lacnord", "institution.yaml");
        var good = await File.ReadAllTextAsync(file);
        var learner = hub.Campus.NewLearner();
        try
        {
            await File.WriteAllTextAsync(file, "id: lacnord\n");
            await Task.Delay(TimeSpan.FromSeconds(1));
            await hub.Complete(learner, "CYB120");
            await hub.DoneAwardOf(learner);
        }
        finally
        {
            await File.WriteAllTextAsync(file, good);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Dictionary<string, string> Settings(int port) =>
        new(hub.Settings) { ["urls"] = $"http://localhost:{port}", ["Catalogue:LastGood"] = Path.Combine(_folder.FullName, "last-good") };

    private Task<HttpResponseMessage> Deliver(HttpClient web, JsonObject live) =>
        web.PostAsync("/hooks/lacnord/canvas", new StringContent(hub.Campus.Signed(live)));

    private string Copy(string from, string name)
    {
        var to = Path.Combine(_folder.FullName, name);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]*)".""")]
    private static partial Regex Field();

    [GeneratedRegex(@":\d+/")]
    private static partial Regex Ports();
}
