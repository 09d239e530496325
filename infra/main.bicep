// What an institution, or a consortium of them, decides about its hub. Values: trial.bicepparam, production.bicepparam.
targetScope = 'subscription'

import { thresholds } from 'modules/alerts.bicep'

@description('Names everything: rg-NAME, func-NAME-…')
@minLength(3)
@maxLength(20)
param name string

@description('Where all data lie and all work is done.')
param location string = 'canadacentral'

@description('Names of the settings that the institutions\' files name as secrets: each begins with its institution\'s id in capitals, e.g. COLLEGE_PEPPER, and is a secret of the vault, with hyphens for underscores.')
param institutionSecrets string[]

@description('Settings that differ from the usual value, e.g. { Pipeline__PayloadDays: \'14\' }, and lists of institutions\' secrets of older names: { InstitutionSecrets__college: \'OLD_PEPPER\' }.')
param changedSettings object = {}

@description('Copies of the data: LRS in one building, ZRS in three of the region, GZRS also in the paired region (for Canada Central: Canada East).')
param storageSku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'

@description('How many days a deleted blob can be brought back; an erasure is complete only after them.')
param softDeleteDays int = 7

@description('Nobody can empty the vault of what was deleted before its 90 days are over. Cannot be taken back.')
param purgeProtection bool

@description('How many days telemetry is kept.')
param retentionDays int

@description('Most gigabytes of telemetry a day; -1: no limit.')
param dailyGigabytes int

@description('Memory of an instance in megabytes: 512, 2048 or 4096.')
param instanceMemory int = 2048

@description('Most instances at once.')
param maximumInstances int = 40

@description('Instances that always stand ready.')
param readyInstances int = 0

@description('Object id of the Entra group that may write the vault\'s secrets; empty: nobody yet.')
param vaultOfficers string = ''

@description('Object id of the Entra group that publishes the institutions\' files; empty: nobody yet.')
param catalogueEditors string = ''

@description('Application id of the Entra registration with which people sign in to the console; empty: only the hub\'s own key guards it.')
param signInClientId string = ''

@description('The hub\'s own domain, e.g. microcredentials.example.ca; empty: the one that Azure gives. Credentials bear it for ever.')
param domain string = ''

@description('Name of the domain\'s certificate in the vault; empty: not bound yet.')
param certificateName string = ''

@description('Object id of Azure\'s "Microsoft Azure App Service" in the tenant; needed with a certificate.')
param appService string = ''

@description('Storage and vault only through a private network.')
param privateNetwork bool

@description('Addresses of that network, at least a /25.')
param networkRange string = '10.71.0.0/24'

@description('Public addresses from which people may reach storage and vault in spite of the private network.')
param allowedAddresses string[] = []

@description('What a month may cost before people are told, in the subscription\'s currency.')
param budget int

@description('First day of the month in which the hub is deployed, e.g. 2026-12-01; not changed afterwards.')
param budgetStart string

@description('Who is told.')
param budgetRecipients string[]

@description('People are told when something is wrong (modules/alerts.bicep); about eight US dollars a month.')
param alerts bool

@description('E-mail addresses of who is told.')
param alertRecipients string[] = []

@description('An address that gets each alert by POST, e.g. of a ticket system; empty: none.')
@secure()
param alertWebhook string = ''

@description('From when on people are told, e.g. { oldestAgeMinutes: 30 }; what is left out has its usual value.')
param alertThresholds thresholds = {}

@description('Where people read docs/runbook.md: a web address, or its path.')
param runbook string = 'docs/runbook.md'

var tags = { application: 'integration-hub', 'azd-env-name': name }

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module hub 'hub.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: name
    institutionSecrets: institutionSecrets
    changedSettings: changedSettings
    storageSku: storageSku
    softDeleteDays: softDeleteDays
    purgeProtection: purgeProtection
    retentionDays: retentionDays
    dailyGigabytes: dailyGigabytes
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    readyInstances: readyInstances
    vaultOfficers: vaultOfficers
    catalogueEditors: catalogueEditors
    signInClientId: signInClientId
    domain: domain
    certificateName: certificateName
    appService: appService
    privateNetwork: privateNetwork
    networkRange: networkRange
    allowedAddresses: allowedAddresses
    budget: budget
    budgetStart: budgetStart
    budgetRecipients: budgetRecipients
    alerts: alerts
    alertRecipients: alertRecipients
    alertWebhook: alertWebhook
    alertThresholds: alertThresholds
    runbook: runbook
  }
}

@description('Where people and vendors reach the hub.')
output HUB_ADDRESS string = hub.outputs.address

@description('The Functions app.')
output HUB_APP string = hub.outputs.app

@description('The vault that waits for secrets.')
output HUB_VAULT string = hub.outputs.vault

@description('The storage account.')
output HUB_STORAGE string = hub.outputs.storage

@description('TXT record asuid.DOMAIN that proves the domain to Azure.')
output HUB_DOMAIN_PROOF string = hub.outputs.domainProof
