// Blob containers, and how long raw payloads are kept.

import { containers, packages } from 'names.bicep'

param account string

@description('Pipeline__PayloadDays: the hub itself deletes payloads after so many days.')
param payloadDays int

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: account
}

resource service 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
  parent: storage
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for name in concat(containers, [packages]): {
    parent: service
    name: name
    properties: { publicAccess: 'None' }
  }
]

// A net below the hub's own nightly purge. Folders of days begin with the century (20261124/…); what is held for a person
// lies under held/ and is never touched.
resource lifeCycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: storage
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'raw-payloads'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['payloads/20'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: payloadDays + 2 } } }
          }
        }
      ]
    }
  }
}
