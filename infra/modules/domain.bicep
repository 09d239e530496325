// The institution's own domain. Flex Consumption makes no certificates of its own: it is taken from the vault.

param appName string
param planId string
param location string
param tags object
param domain string
param vaultId string

@description('Name of the certificate in the vault.')
param certificateName string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource certificate 'Microsoft.Web/certificates@2024-11-01' = {
  name: '${appName}-${certificateName}'
  location: location
  tags: tags
  properties: {
    keyVaultId: vaultId
    keyVaultSecretName: certificateName
    serverFarmId: planId
  }
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: app
  name: domain
  properties: {
    hostNameType: 'Verified'
    sslState: 'SniEnabled'
    thumbprint: certificate.properties.thumbprint
  }
}
