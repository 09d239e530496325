// Tells people what they must know without looking: a rule per subject, each with its section in docs/runbook.md. The rules
// read the hub's own measurements (HubMetric) in the workspace. Slow where haste changes nothing: a rule costs by how often it asks.

import { roles } from 'roles.bicep'

@export()
@description('From when on people are told. What is left out has its usual value.')
type thresholds = {
  @description('Minutes that work may wait without anybody taking it: 15.')
  oldestAgeMinutes: int?

  @description('Percent of an institution\'s steps of one kind that may fail for good within an hour: 10.')
  failedPercent: int?

  @description('Steps that must have ended within the hour before a share says anything: 20.')
  failedPercentOf: int?

  @description('Days before the end of a replaced secret: 14.')
  secretDays: int?

  @description('Completions a day that an LMS may have kept to itself: 0.')
  reconciliationNew: int?
}

param name string
param location string
param tags object
param workspaceName string

@description('E-mail addresses that are told; at least one, so that a ticket system that is down is not the only one.')
@minLength(1)
param recipients string[]

@description('An address that gets each alert by POST in Azure\'s common alert schema, e.g. of a ticket system; empty: none.')
@secure()
param webhook string

@description('Where people read docs/runbook.md, for the links in alerts.')
param runbook string

@description('From when on people are told.')
param limits thresholds

var rules = [
  {
    id: 'no-readings'
    severity: 0
    every: 'PT5M'
    window: 'PT10M'
    query: loadTextContent('../alerts/no-readings.kql')
    measure: 'readings'
    operator: 'LessThan'
    threshold: 1
    dimensions: []
    fr: 'Le carrefour ne donne plus aucun relevé depuis 10 minutes.'
    en: 'The hub has given no reading for 10 minutes.'
  }
  {
    id: 'oldest-age'
    severity: 1
    every: 'PT5M'
    window: 'PT10M'
    query: loadTextContent('../alerts/oldest-age.kql')
    measure: 'seconds'
    operator: 'GreaterThan'
    threshold: 60 * (limits.?oldestAgeMinutes ?? 15)
    dimensions: ['queue']
    fr: 'Du travail attend depuis trop longtemps dans une file.'
    en: 'Work has waited for too long in a queue.'
  }
  {
    id: 'poison'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    query: loadTextContent('../alerts/poison.kql')
    measure: 'open'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: ['subject']
    fr: 'Un message ou une étape a échoué définitivement.'
    en: 'A message or a step failed for good.'
  }
  {
    id: 'failure-ratio'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
    query: replace(loadTextContent('../alerts/failure-ratio.kql'), 'let least = 20;', 'let least = ${limits.?failedPercentOf ?? 20};')
    measure: 'percent'
    operator: 'GreaterThan'
    threshold: limits.?failedPercent ?? 10
    dimensions: ['institution', 'step']
    fr: 'Une trop grande part des étapes échoue définitivement.'
    en: 'Too large a share of the steps fails for good.'
  }
  {
    id: 'outside-down'
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
    query: loadTextContent('../alerts/outside-down.kql')
    measure: 'up'
    operator: 'LessThan'
    threshold: 1
    dimensions: ['institution', 'system']
    fr: 'Un système externe ne répond pas depuis une heure.'
    en: 'An outside system has not answered for an hour.'
  }
  {
    id: 'source-silent'
    severity: 2
    every: 'PT1H'
    window: 'PT1H'
    query: loadTextContent('../alerts/source-silent.kql')
    measure: 'open'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: ['institution']
    fr: 'Une source se tait plus longtemps que d’habitude.'
    en: 'A source has been silent for longer than usual.'
  }
  {
    id: 'reconciliation-gap'
    severity: 2
    every: 'PT6H'
    window: 'P1D'
    query: replace(loadTextContent('../alerts/reconciliation-gap.kql'), 'let most = 0;', 'let most = ${limits.?reconciliationNew ?? 0};')
    measure: 'gap'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: ['institution', 'source']
    fr: 'La réconciliation a trouvé des réussites jamais reçues, ou n’a pas pu tout comparer.'
    en: 'Reconciliation found completions that never came, or could not compare everything.'
  }
  {
    id: 'secret-ending'
    severity: 3
    every: 'PT6H'
    window: 'PT6H'
    query: loadTextContent('../alerts/secret-ending.kql')
    measure: 'days'
    operator: 'LessThan'
    threshold: limits.?secretDays ?? 14
    dimensions: ['institution', 'source']
    fr: 'L’ancien secret d’une source prend fin bientôt, ou a pris fin.'
    en: 'A source\'s replaced secret ends soon, or has ended.'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

// Without an identity of its own a rule asks with the rights of whoever deployed it last, and falls silent when that person leaves.
resource watcher 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-alerts'
  location: location
  tags: tags
}

resource watcherInWorkspace 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: workspace
  name: guid(workspace.id, watcher.id, roles.logAnalyticsReader)
  properties: {
    principalId: watcher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.logAnalyticsReader)
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'hub'
    emailReceivers: [for address in recipients: { name: address, emailAddress: address, useCommonAlertSchema: true }]
    webhookReceivers: empty(webhook) ? [] : [{ name: 'webhook', serviceUri: webhook, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.id}'
    location: location
    tags: tags
    kind: 'LogAlert'
    identity: { type: 'UserAssigned', userAssignedIdentities: { '${watcher.id}': {} } }
    properties: {
      displayName: '${name}: ${rule.id}'
      description: '${rule.fr} → ${runbook}#${rule.id}-fr · ${rule.en} → ${runbook}#${rule.id}-en'
      enabled: true
      severity: rule.severity
      scopes: [workspace.id]
      evaluationFrequency: rule.every
      windowSize: rule.window
      // The role may need some minutes to be known; the queries are parsed by the hub's own tests.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: rule.measure
            timeAggregation: rule.operator == 'LessThan' ? 'Minimum' : 'Maximum'
            operator: rule.operator
            threshold: rule.threshold
            dimensions: [for dimension in rule.dimensions: { name: dimension, operator: 'Include', values: ['*'] }]
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
        customProperties: { runbook: '${runbook}#${rule.id}-en', runbookFr: '${runbook}#${rule.id}-fr' }
      }
    }
    dependsOn: [watcherInWorkspace]
  }
]
