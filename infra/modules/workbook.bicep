// What IT looks at: one page of the hub's measurements, in French and English. Under the workspace: Workbooks.

param name string
param location string
param tags object
param workspaceName string

@description('Where people read docs/runbook.md.')
param runbook string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: name
    category: 'workbook'
    sourceId: workspace.id
    version: 'Notebook/1.0'
    serializedData: replace(
      replace(string(loadJsonContent('../workbook/hub.json')), '%WORKSPACE%', workspace.id),
      '%RUNBOOK%',
      runbook
    )
  }
}
