// Every setting of the hub. Names and usual values come from local.settings.sample.json; secrets are Key Vault references.

param appName string
param host string
param storageName string
param identityClientId string
param vaultUri string
param insightsConnection string

@description('Names of the settings that are secrets; in the vault a hyphen stands for each underscore.')
param secrets string[]

@description('Settings that differ from the usual value.')
param changed object

var sample = loadJsonContent('../../local.settings.sample.json').Values

var platform = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  // At the end of an instance running functions end by themselves; without it the host cancels them and they count as failed.
  FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING: 'true'
  // The console's sign-in proves itself with the hub's identity instead of a secret.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
}

var hub = {
  PublicBaseUrl: 'https://${host}'
  DidHost: host
  Catalogue__Folder: '/tmp/hub/catalogue'
  Catalogue__LastGood: '/tmp/hub/last-good'
  Catalogue__FromBlobs: 'true'
  Catalogue__LookEvery: sample.Catalogue__LookEvery
  SweepSchedule: sample.SweepSchedule
  Pipeline__Claim: sample.Pipeline__Claim
  Pipeline__FirstRetry: sample.Pipeline__FirstRetry
  Pipeline__LongestRetry: sample.Pipeline__LongestRetry
  Pipeline__GiveUpAfter: sample.Pipeline__GiveUpAfter
  Pipeline__SweepAfter: sample.Pipeline__SweepAfter
  Pipeline__LargestDelivery: sample.Pipeline__LargestDelivery
  Pipeline__LargestUnpacked: sample.Pipeline__LargestUnpacked
  Pipeline__PayloadDays: sample.Pipeline__PayloadDays
  Outgoing__AllowPrivate: sample.Outgoing__AllowPrivate
  // Not by the standard names: by those Azure's host would export too, and with each request its address.
  Telemetry__AzureMonitor: insightsConnection
  Telemetry__Otlp: sample.Telemetry__Otlp
  Telemetry__Sampling: sample.Telemetry__Sampling
}

var references = toObject(
  concat(['Hub__AdminKey'], secrets),
  name => name,
  name => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${replace(name, '_', '-')})'
)

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(platform, hub, changed, references)
}
