// The queues between the stages, each with the one that takes what failed for good.

import { queues } from 'names.bicep'

param account string

resource service 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' existing = {
  name: '${account}/default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for name in queues: {
    parent: service
    name: name
  }
]

resource poison 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for name in queues: {
    parent: service
    name: '${name}-poison'
  }
]
