// Tells people when a month costs more than expected; it stops nothing.

@description('In the subscription\'s currency.')
param monthly int

@description('First day of the month from which it counts, e.g. 2026-12-01; it cannot be changed later.')
param start string

param recipients string[]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'hub'
  properties: {
    category: 'Cost'
    timeGrain: 'Monthly'
    amount: monthly
    timePeriod: { startDate: start }
    notifications: {
      spent: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 80, thresholdType: 'Actual', contactEmails: recipients }
      foreseen: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: recipients }
    }
  }
}
