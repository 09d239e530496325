// What the hub knows: dossiers, learners, attention items and the rest.

import { tables } from 'names.bicep'

param account string

resource service 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' existing = {
  name: '${account}/default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for name in tables: {
    parent: service
    name: name
  }
]
