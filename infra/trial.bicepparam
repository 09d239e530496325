// A trial with the sandbox institution's files: as cheap as it gets, open to the internet, guarded by the hub's own key.
using 'main.bicep'

param name = readEnvironmentVariable('AZURE_ENV_NAME', 'hub-trial')
param location = readEnvironmentVariable('AZURE_LOCATION', 'canadacentral')
param institutionSecrets = [
  'LACNORD_PEPPER'
  'LACNORD_MOODLE_USER'
  'LACNORD_MOODLE_PASSWORD'
  'LACNORD_OPENEDX_ADDRESS'
  'LACNORD_FORMS_ADDRESS'
  'LACNORD_BLACKBOARD_ADDRESS'
  'LACNORD_MOODLE_TOKEN'
  'LACNORD_CANVAS_TOKEN'
  'LACNORD_ETHOS_API_KEY'
  'LACNORD_BADGR_USER'
  'LACNORD_BADGR_PASSWORD'
  'LACNORD_TEAMS_URL'
  'LACNORD_GRAPH_CLIENT_ID'
  'LACNORD_GRAPH_CLIENT_SECRET'
  'LACNORD_ISSUER_ED25519'
  'LACNORD_ISSUER_RSA'
]
param storageSku = 'Standard_LRS'
param purgeProtection = false
param retentionDays = 30
param dailyGigabytes = 1
param vaultOfficers = readEnvironmentVariable('HUB_VAULT_OFFICERS', '')
param catalogueEditors = readEnvironmentVariable('HUB_CATALOGUE_EDITORS', '')
param privateNetwork = false
param budget = 50
param budgetStart = readEnvironmentVariable('HUB_BUDGET_START', '2026-12-01')
param budgetRecipients = [readEnvironmentVariable('HUB_BUDGET_RECIPIENT', 'it@example.ca')]
// Somebody looks at a trial; to try the alerts too: true, and alertRecipients.
param alerts = false
