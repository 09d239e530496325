// Production: private network, copies in three buildings, sign-in with Entra, an instance that stands ready. The names that
// begin with COLLEGE, the domain and the addresses of example.ca are yours to replace. Until HUB_SIGN_IN_CLIENT_ID is set,
// nobody gets into the console; HUB_CERTIFICATE and HUB_APP_SERVICE come once the domain's certificate is in the vault.
using 'main.bicep'

param name = readEnvironmentVariable('AZURE_ENV_NAME', 'hub-production')
param location = readEnvironmentVariable('AZURE_LOCATION', 'canadacentral')
param institutionSecrets = [
  'COLLEGE_PEPPER'
  'COLLEGE_ISSUER_ED25519'
  'COLLEGE_ISSUER_RSA'
]
param changedSettings = {
  Telemetry__Sampling: '0.1'
}
param storageSku = 'Standard_ZRS'
param purgeProtection = true
param retentionDays = 90
param dailyGigabytes = 5
param maximumInstances = 100
param readyInstances = 1
param vaultOfficers = readEnvironmentVariable('HUB_VAULT_OFFICERS', '')
param catalogueEditors = readEnvironmentVariable('HUB_CATALOGUE_EDITORS', '')
param signInClientId = readEnvironmentVariable('HUB_SIGN_IN_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param domain = 'microcredentials.example.ca'
param certificateName = readEnvironmentVariable('HUB_CERTIFICATE', '')
param appService = readEnvironmentVariable('HUB_APP_SERVICE', '')
param privateNetwork = true
param allowedAddresses = []
param budget = 400
param budgetStart = readEnvironmentVariable('HUB_BUDGET_START', '2026-12-01')
param budgetRecipients = [readEnvironmentVariable('HUB_BUDGET_RECIPIENT', 'it@example.ca')]
param alerts = true
param alertRecipients = [readEnvironmentVariable('HUB_ALERT_RECIPIENT', 'it@example.ca')]
param alertWebhook = readEnvironmentVariable('HUB_ALERT_WEBHOOK', '')
