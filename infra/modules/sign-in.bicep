// App Service Authentication: people sign in before they reach the console. Everything that others must reach stays open
// here and is guarded by the hub itself; so are the scripts' calls of /api, which bear the hub's key.

param appName string

@description('Application (client) id of the app registration in Entra.')
param clientId string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      // The first segment of every open route; what is not here is the console's.
      excludedPaths: [
        '/api/*'
        '/assets/*'
        '/credentials/*'
        '/health/*'
        '/hooks/*'
        '/issuers/*'
        '/learner/*'
        '/verify'
        '/verify/*'
      ]
    }
    httpSettings: { requireHttps: true }
    login: { tokenStore: { enabled: false } }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          defaultAuthorizationPolicy: { allowedApplications: [clientId] }
        }
      }
    }
  }
}
