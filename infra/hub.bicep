// The hub in its resource group: the table of contents.

import { thresholds } from 'modules/alerts.bicep'

param location string
param tags object
param name string
param institutionSecrets string[]
param changedSettings object
param storageSku string
param softDeleteDays int
param purgeProtection bool
param retentionDays int
param dailyGigabytes int
param instanceMemory int
param maximumInstances int
param readyInstances int
param vaultOfficers string
param catalogueEditors string
param signInClientId string
param domain string
param certificateName string
param appService string
param privateNetwork bool
param networkRange string
param allowedAddresses string[]
param budget int
param budgetStart string
param budgetRecipients string[]
param alerts bool
param alertRecipients string[]
@secure()
param alertWebhook string
param alertThresholds thresholds
param runbook string

var unique = take(uniqueString(resourceGroup().id, name), 8)
var appName = 'func-${name}-${unique}'
var storageName = 'st${take(replace(name, '-', ''), 14)}${unique}'
var vaultName = 'kv-${take(replace(name, '-', ''), 12)}-${unique}'
var workspaceName = 'log-${name}'
var insightsName = 'appi-${name}'
var host = empty(domain) ? '${appName}.azurewebsites.net' : domain

module identity 'modules/identity.bicep' = {
  params: { name: 'id-${name}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: workspaceName
    insightsName: insightsName
    location: location
    tags: tags
    retentionDays: retentionDays
    dailyGigabytes: dailyGigabytes
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    privateNetwork: privateNetwork
    allowedAddresses: allowedAddresses
    softDeleteDays: softDeleteDays
  }
}

module queues 'modules/queues.bicep' = {
  params: { account: storageName }
  dependsOn: [storage]
}

module tables 'modules/tables.bicep' = {
  params: { account: storageName }
  dependsOn: [storage]
}

module containers 'modules/containers.bicep' = {
  params: {
    account: storageName
    payloadDays: int(changedSettings.?Pipeline__PayloadDays ?? loadJsonContent('../local.settings.sample.json').Values.Pipeline__PayloadDays)
  }
  dependsOn: [storage]
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    purgeProtection: purgeProtection
    privateNetwork: privateNetwork
    allowedAddresses: allowedAddresses
    workspaceId: monitoring.outputs.workspaceId
  }
}

module access 'modules/access.bicep' = {
  params: {
    storageName: storageName
    vaultName: vaultName
    insightsName: insightsName
    hub: identity.outputs.principalId
    vaultOfficers: vaultOfficers
    catalogueEditors: catalogueEditors
    appService: appService
  }
  dependsOn: [containers, vault, monitoring]
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: { name: 'vnet-${name}', location: location, tags: tags, range: networkRange }
}

module endpoints 'modules/private-endpoint.bicep' = [
  for service in privateNetwork ? ['blob', 'queue', 'table', 'vault'] : []: {
    params: {
      location: location
      tags: tags
      networkId: network!.outputs.id
      subnetId: network!.outputs.endpointSubnetId
      service: service
      targetId: service == 'vault' ? vault.outputs.id : storage.outputs.id
      zone: service == 'vault' ? 'privatelink.vaultcore.azure.net' : 'privatelink.${service}.${az.environment().suffixes.storage}'
    }
  }
]

// The program is not started before it may reach what it needs.
module app 'modules/app.bicep' = {
  params: {
    name: appName
    planName: 'plan-${name}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    blobEndpoint: storage.outputs.blobEndpoint
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    readyInstances: readyInstances
  }
  dependsOn: [access, containers, endpoints]
}

module settings 'modules/app-settings.bicep' = {
  params: {
    appName: appName
    host: host
    storageName: storageName
    identityClientId: identity.outputs.clientId
    vaultUri: vault.outputs.uri
    insightsConnection: monitoring.outputs.connectionString
    secrets: institutionSecrets
    changed: changedSettings
  }
  dependsOn: [app]
}

module signIn 'modules/sign-in.bicep' = if (!empty(signInClientId)) {
  params: { appName: appName, clientId: signInClientId }
  dependsOn: [settings]
}

module ownDomain 'modules/domain.bicep' = if (!empty(certificateName)) {
  params: {
    appName: appName
    planId: app.outputs.planId
    location: location
    tags: tags
    domain: domain
    vaultId: vault.outputs.id
    certificateName: certificateName
  }
  dependsOn: [access]
}

module alerting 'modules/alerts.bicep' = if (alerts) {
  params: {
    name: name
    location: location
    tags: tags
    workspaceName: workspaceName
    recipients: alertRecipients
    webhook: alertWebhook
    runbook: runbook
    limits: alertThresholds
  }
  dependsOn: [monitoring]
}

module workbook 'modules/workbook.bicep' = {
  params: { name: name, location: location, tags: tags, workspaceName: workspaceName, runbook: runbook }
  dependsOn: [monitoring]
}

module spending 'modules/budget.bicep' = {
  params: { monthly: budget, start: budgetStart, recipients: budgetRecipients }
}

output address string = 'https://${host}'
output app string = appName
output vault string = vaultName
output storage string = storageName
output domainProof string = app.outputs.domainProof
