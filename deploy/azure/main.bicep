// Hexfix on Azure Container Apps: three replicas behind Azure's own TLS, PostgreSQL, secrets in Key Vault, and the bot's
// registration with its Teams channel.
//
//   az group create --name hexfix --location westeurope
//   az deployment group create --resource-group hexfix --template-file deploy/azure/main.bicep --parameters @hexfix.json
//
// The app registration (single tenant) and its client secret are made first, see docs/install-teams.md.

@description('Where everything is made.')
param location string = resourceGroup().location

@description('Begins the name of everything. Key Vault and PostgreSQL need a name that nobody else has.')
@minLength(3)
@maxLength(12)
param name string = 'hexfix'

@description('The image to run, with its version or digest.')
param image string

@description('Application (client) id of the app registration.')
param appId string

@description('Directory (tenant) id of the app registration.')
param appTenantId string = tenant().tenantId

@secure()
@description('Client secret of the app registration.')
param appPassword string

@secure()
@description('A new password for the database: openssl rand -hex 24')
param databasePassword string

@secure()
@description('Bot User OAuth Token. Empty: no Slack.')
param slackBotToken string = ''

@secure()
@description('Signing Secret of the Slack app.')
param slackSigningSecret string = ''

var unique = '${name}-${uniqueString(resourceGroup().id)}'
var databaseUrl = 'postgres://hexfix:${uriComponent(databasePassword)}@${database.properties.fullyQualifiedDomainName}:5432/hexfix?sslmode=verify-full'
var hasSlack = !empty(slackBotToken)
var secretNames = concat(['app-password', 'database-url'], hasSlack ? ['slack-bot-token', 'slack-signing-secret'] : [])
var slackSettings = hasSlack
  ? [
      { name: 'SLACK_BOT_TOKEN', secretRef: 'slack-bot-token' }
      { name: 'SLACK_SIGNING_SECRET', secretRef: 'slack-signing-secret' }
    ]
  : []

// Key Vault Secrets User, a role that is built in.
var readsSecrets = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  resource appPasswordSecret 'secrets' = {
    name: 'app-password'
    properties: { value: appPassword }
  }
  resource databaseUrlSecret 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl }
  }
  resource slackBotTokenSecret 'secrets' = if (hasSlack) {
    name: 'slack-bot-token'
    properties: { value: slackBotToken }
  }
  resource slackSigningSecretSecret 'secrets' = if (hasSlack) {
    name: 'slack-signing-secret'
    properties: { value: slackSigningSecret }
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, readsSecrets)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: readsSecrets
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: unique
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: 'hexfix'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    network: { publicNetworkAccess: 'Enabled' }
  }

  resource hexfix 'databases' = {
    name: 'hexfix'
  }
  // From services in Azure, with a password and TLS. Put both into a virtual network where your rules ask for it.
  resource fromAzure 'firewallRules' = {
    name: 'AllowAzureServices'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: unique
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource home 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: home.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        allowInsecure: false
      }
      secrets: [
        for secret in secretNames: {
          name: secret
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${secret}'
          identity: identity.id
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      scale: { minReplicas: 3, maxReplicas: 3 }
      containers: [
        {
          name: 'hexfix'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'NODE_ENV', value: 'production' }
              { name: 'HEXFIX_HOST', value: '0.0.0.0' }
              { name: 'HEXFIX_PORT', value: '3978' }
              { name: 'HEXFIX_DRAIN_SECONDS', value: '6' }
              { name: 'MICROSOFT_APP_ID', value: appId }
              { name: 'MICROSOFT_APP_TENANT_ID', value: appTenantId }
              { name: 'TEAMS_ALLOWED_TENANTS', value: appTenantId }
              { name: 'MICROSOFT_APP_PASSWORD', secretRef: 'app-password' }
              { name: 'DATABASE_URL', secretRef: 'database-url' }
            ],
            slackSettings
          )
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 2, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 10, failureThreshold: 3 }
            // Not at once: while a database fails over, replicas still acknowledge what needs none.
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10, failureThreshold: 10 }
          ]
        }
      ]
    }
  }
  dependsOn: [
    vault::appPasswordSecret
    vault::databaseUrlSecret
    vault::slackBotTokenSecret
    vault::slackSigningSecretSecret
    mayRead
    database::hexfix
    database::fromAzure
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: unique
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Hexfix'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppId: appId
    msaAppTenantId: appTenantId
    msaAppType: 'SingleTenant'
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

@description('Where Slack sends events: <this>/slack/events. Teams has its address already.')
output address string = 'https://${app.properties.configuration.ingress.fqdn}'
