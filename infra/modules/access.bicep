// Who may do what: the hub with its storage, vault and telemetry; people with the vault's secrets.

import { roles } from 'roles.bicep'

param storageName string
param vaultName string
param insightsName string

@description('Principal id of the hub\'s identity.')
param hub string

@description('Object id of the Entra group whose members put secrets into the vault; empty: nobody.')
param vaultOfficers string

@description('Object id of the Entra group whose members publish the institutions\' files; empty: nobody.')
param catalogueEditors string

@description('Object id of Azure\'s own "Microsoft Azure App Service" in the tenant, which takes the domain\'s certificate from the vault; empty: none.')
param appService string

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource catalogue 'containers' existing = {
      name: 'catalogue'
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource hubInStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobDataOwner, roles.queueDataContributor, roles.tableDataContributor]: {
    scope: storage
    name: guid(storage.id, hub, role)
    properties: {
      principalId: hub
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource hubInVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, hub, roles.keyVaultSecretsUser)
  properties: {
    principalId: hub
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource hubInInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, hub, roles.monitoringMetricsPublisher)
  properties: {
    principalId: hub
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

resource officersInVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(vaultOfficers)) {
  scope: vault
  name: guid(vault.id, vaultOfficers, roles.keyVaultSecretsOfficer)
  properties: {
    principalId: vaultOfficers
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
  }
}

resource editorsInCatalogue 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(catalogueEditors)) {
  scope: storage::blobs::catalogue
  name: guid(storage::blobs::catalogue.id, catalogueEditors, roles.blobDataContributor)
  properties: {
    principalId: catalogueEditors
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}

resource appServiceInVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(appService)) {
  scope: vault
  name: guid(vault.id, appService, roles.keyVaultCertificateUser)
  properties: {
    principalId: appService
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultCertificateUser)
  }
}
