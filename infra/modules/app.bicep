// The Functions app on Flex Consumption. Its settings are in app-settings.bicep.

import { packages } from 'names.bicep'

param name string
param planName string
param location string
param tags object
param identityId string
param blobEndpoint string

@description('Subnet of the private network; empty: none.')
param subnetId string

@description('Memory of an instance in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemory int

@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Instances that stand ready for webhooks and pages, so that none waits for a cold start; they cost also when idle.')
@minValue(0)
@maxValue(20)
param readyInstances int

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'hub' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${packages}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: readyInstances == 0 ? [] : [{ name: 'http', instanceCount: readyInstances }]
      }
    }
    siteConfig: { minTlsVersion: '1.2', http20Enabled: true }
  }

  // Nobody publishes with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = app.id
output planId string = plan.id
output name string = app.name
output domainProof string = app.properties.customDomainVerificationId
