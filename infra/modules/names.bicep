// What the code keeps in the storage account (StorageNames, QueueNames). One line per name; ./hub infra compares them.

@export()
var queues = [
  'completions'
  'transcripts'
  'badges'
  'notices'
  'reconciliations'
  'erasures'
]

@export()
var tables = [
  'dossiers'
  'open'
  'recent'
  'learners'
  'identities'
  'attention'
  'waiting'
  'connections'
  'holdings'
  'statusserials'
  'erasures'
  'calendar'
  'records'
  'events'
  'sources'
  'reconciliations'
  'claims'
]

@export()
var containers = [
  'payloads'
  'credentials'
  'statuslists'
  'endorsements'
  'catalogue'
  'lastgood'
  'dataprotection'
]

// Where the platform keeps the program's package; the code does not know it.
@export()
var packages = 'packages'
