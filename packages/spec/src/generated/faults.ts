// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import type { FaultCode } from './fault-codes.ts'
import type { FaultDefinition } from './model.ts'

export type { FaultCode, OperationFaults } from './fault-codes.ts'

/** The fault catalogue, by code. */
export const faults: Readonly<Record<FaultCode, FaultDefinition>> = {
  '20002': {
    code: '20002',
    name: 'noCommerceRelationship',
    status: 403,
    text: 'The partner id {0} has no commerce relationship with the customer id {1}.',
    parameters: ['partnerId', 'customerId'],
    operations: {
      createProductUpgrade: {
        level: 'inferred',
        source: 'Every request names a customer, and the text speaks of the customer',
      },
      getProductUpgradeStatus: {
        level: 'inferred',
        source: 'Every request names a customer, and the text speaks of the customer',
      },
      checkProductUpgradeEligibility: {
        level: 'inferred',
        source: 'Every request names a customer, and the text speaks of the customer',
      },
    },
    actor: 'partner',
    remedy: 'Have the customer accept a reseller relationship with this partner, then call again.',
    retry: 'afterAction',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900105': {
    code: '900105',
    name: 'suspendedSubscriptions',
    status: 403,
    text: 'You have one or more Azure subscriptions in the suspended state. These can\'t be transitioned to the Azure plan',
    parameters: [],
    operations: {
      createProductUpgrade: { level: 'inferred', source: 'The text speaks of what an upgrade would move' },
    },
    actor: 'partner',
    remedy: 'Reactivate or cancel the suspended Azure subscriptions of the customer, then call again.',
    retry: 'afterAction',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900106': {
    code: '900106',
    name: 'upgradeNotFound',
    status: 404,
    text: 'No upgrade request was found',
    parameters: [],
    operations: {
      getProductUpgradeStatus: {
        level: 'inferred',
        source: 'The text speaks of an upgrade that is looked for, which only this operation does',
      },
    },
    actor: 'developer',
    remedy: 'Check the upgrade ID: it is the GUID in the Location of the answer that created the upgrade.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900107': {
    code: '900107',
    name: 'catalogItemNotFound',
    status: 400,
    text: 'Cannot process Azure upgrade since Azure catalog item was not found',
    parameters: [],
    operations: { createProductUpgrade: { level: 'inferred', source: 'The text speaks of processing an upgrade' } },
    actor: 'microsoft',
    remedy: 'Ask Microsoft support why the catalogue offers no Azure plan to this partner and market.',
    retry: 'afterAction',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900108': {
    code: '900108',
    name: 'noAzureSubscriptions',
    status: 403,
    text: 'Cannot process Azure upgrade since customer has no Azure subscriptions.',
    parameters: [],
    operations: { createProductUpgrade: { level: 'inferred', source: 'The text speaks of processing an upgrade' } },
    actor: 'nobody',
    remedy: 'There is nothing to upgrade. Buy an Azure plan for the customer instead.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900109': {
    code: '900109',
    name: 'upgradeInProgress',
    status: 409,
    text: 'This upgrade is not allowed as original upgrade {0} is in progress',
    parameters: ['upgradeId'],
    operations: {
      createProductUpgrade: {
        level: 'inferred',
        source: 'The text speaks of an upgrade that is asked for while another is under way',
      },
    },
    actor: 'nobody',
    remedy: 'Follow the upgrade that is named in the text in place of creating another.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900110': {
    code: '900110',
    name: 'upgradeAlreadyCompleted',
    status: 400,
    text: 'Cannot process the upgrade request for completed upgrade {0}',
    parameters: ['upgradeId'],
    operations: {
      createProductUpgrade: {
        level: 'inferred',
        source: 'The text speaks of an upgrade that is asked for after another has completed',
      },
    },
    actor: 'nobody',
    remedy: 'The customer is upgraded already, by the upgrade that is named in the text.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900111': {
    code: '900111',
    name: 'upgradeOfAnotherCustomer',
    status: 400,
    text: 'The upgrade ID provided does not belong to customer {0}. The customer is mapped to upgrade ID {1}',
    parameters: ['customerId', 'upgradeId'],
    operations: {
      getProductUpgradeStatus: {
        level: 'inferred',
        source: 'Only this operation takes an upgrade ID and a customer ID',
      },
    },
    actor: 'developer',
    remedy: 'Ask for the upgrade with the customer it was created for, or for the upgrade that is named in the text.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900118': {
    code: '900118',
    name: 'invalidCustomerId',
    status: 400,
    text: 'Invalid Customer ID',
    parameters: [],
    operations: {
      createProductUpgrade: { level: 'inferred', source: 'Every request names a customer' },
      getProductUpgradeStatus: { level: 'inferred', source: 'Every request names a customer' },
      checkProductUpgradeEligibility: { level: 'inferred', source: 'Every request names a customer' },
    },
    actor: 'developer',
    remedy: 'Send the customer\'s tenant ID, a GUID, as `customerId`.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900119': {
    code: '900119',
    name: 'sharedServicesCustomer',
    status: 403,
    text: 'Cannot process Azure upgrade for Azure Partner Shared Services',
    parameters: [],
    operations: { createProductUpgrade: { level: 'inferred', source: 'The text speaks of processing an upgrade' } },
    actor: 'nobody',
    remedy: 'A tenant of Azure Partner Shared Services cannot be upgraded this way.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900120': {
    code: '900120',
    name: 'upgradeRefused',
    status: 403,
    text: 'Cannot process Azure upgrade',
    parameters: [],
    operations: { createProductUpgrade: { level: 'inferred', source: 'The text speaks of processing an upgrade' } },
    actor: 'microsoft',
    remedy: 'The service gives no reason. Check eligibility, then ask Microsoft support, with the correlation ID.',
    retry: 'afterAction',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900127': {
    code: '900127',
    name: 'unsupportedEnvironment',
    status: 400,
    text: 'This operation is not supported in this environment',
    parameters: [],
    operations: {
      createProductUpgrade: { level: 'inferred', source: 'The text speaks of an operation and names none' },
      getProductUpgradeStatus: { level: 'inferred', source: 'The text speaks of an operation and names none' },
      checkProductUpgradeEligibility: { level: 'inferred', source: 'The text speaks of an operation and names none' },
    },
    actor: 'developer',
    remedy: 'Call a cloud that offers product upgrades, with a production account.',
    retry: 'never',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900130': {
    code: '900130',
    name: 'recentlyPurchasedSubscriptions',
    status: 403,
    text: 'One or more Azure subscriptions were purchased recently, these subscriptions cannot be transitioned at this time. Please try again later',
    parameters: [],
    operations: {
      createProductUpgrade: { level: 'inferred', source: 'The text speaks of what an upgrade would move' },
    },
    actor: 'nobody',
    remedy: 'Create the upgrade again later; how much later is not published.',
    retry: 'later',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes (table of October 2021)',
    },
  },
  '900329': {
    code: '900329',
    name: 'appOnlyToken',
    status: 403,
    text: 'App+User credentials are required',
    parameters: [],
    operations: {
      createProductUpgrade: {
        level: 'inferred',
        source: 'All three operations are documented to want App+User credentials',
      },
      getProductUpgradeStatus: {
        level: 'inferred',
        source: 'All three operations are documented to want App+User credentials',
      },
      checkProductUpgradeEligibility: {
        level: 'inferred',
        source: 'All three operations are documented to want App+User credentials',
      },
    },
    actor: 'developer',
    remedy: 'Obtain the token for an application and a user (secure application model). A new token of the same kind changes nothing.',
    retry: 'never',
    evidence: {
      level: 'vendor',
      source: 'Guidance of a CSP platform vendor, which gives the code and its meaning; the text is ours',
    },
  },
  '900420': {
    code: '900420',
    name: 'wrongTokenAudience',
    status: 401,
    text: 'The token has the wrong audience',
    parameters: [],
    operations: {
      createProductUpgrade: { level: 'inferred', source: 'Every call carries a token' },
      getProductUpgradeStatus: { level: 'inferred', source: 'Every call carries a token' },
      checkProductUpgradeEligibility: { level: 'inferred', source: 'Every call carries a token' },
    },
    actor: 'developer',
    remedy: 'Request the token for the scope {base URL}/user_impersonation of the cloud that is called. A new token of the same kind changes nothing.',
    retry: 'never',
    evidence: {
      level: 'vendor',
      source: 'Guidance of a CSP platform vendor, which gives the code and its meaning; the text is ours',
    },
  },
  '900421': {
    code: '900421',
    name: 'mfaRequired',
    status: 401,
    text: 'Multifactor authentication is required',
    parameters: [],
    operations: {
      createProductUpgrade: { level: 'inferred', source: 'Every call carries a token' },
      getProductUpgradeStatus: { level: 'inferred', source: 'Every call carries a token' },
      checkProductUpgradeEligibility: { level: 'inferred', source: 'Every call carries a token' },
    },
    actor: 'partner',
    remedy: 'Let the user of the secure application model sign in again with multifactor authentication, and store the new refresh token.',
    retry: 'afterAction',
    evidence: {
      level: 'vendor',
      source: 'Guidance of a CSP platform vendor, which gives the code and its meaning; the text is ours. Microsoft announced the enforcement for 2026-04-01, the vendor saw it roll out from 2026-06-08: expect it now and then',
    },
  },
}
