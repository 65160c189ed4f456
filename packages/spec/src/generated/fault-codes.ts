// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** The code of a fault in the catalogue. The service has others. */
export type FaultCode = '10001' | '20002' | '900105' | '900106' | '900107' | '900108' | '900109' | '900110' | '900111' | '900118' | '900119' | '900120' | '900127' | '900130' | '900329' | '900420' | '900421'

/** The codes of the catalogue, by the names of its faults. */
export interface FaultCodes {
  /** Authentication failed. MFA required. */
  readonly legacyMfaRequired: '10001'
  /** The partner ID {0} has no commerce relationship with the customer ID {1}. */
  readonly noCommerceRelationship: '20002'
  /** You have one or more Azure subscriptions in the suspended state. Suspended Azure subscriptions can't be transitioned to the Azure plan */
  readonly suspendedSubscriptions: '900105'
  /** No upgrade request was found */
  readonly upgradeNotFound: '900106'
  /** Can't process Azure upgrade since Azure catalog item wasn't found */
  readonly catalogItemNotFound: '900107'
  /** Can't process Azure upgrade since customer has no Azure subscriptions. */
  readonly noAzureSubscriptions: '900108'
  /** This upgrade isn't allowed as original upgrade {0} is in progress */
  readonly upgradeInProgress: '900109'
  /** Can't process the upgrade request for completed upgrade {0} */
  readonly upgradeAlreadyCompleted: '900110'
  /** The upgrade ID provided doesn't belong to customer {0}. The customer is mapped to upgrade ID {1} */
  readonly upgradeOfAnotherCustomer: '900111'
  /** Invalid Customer ID */
  readonly invalidCustomerId: '900118'
  /** Can't process Azure upgrade for Azure Partner Shared Services */
  readonly sharedServicesCustomer: '900119'
  /** Can't process Azure upgrade */
  readonly upgradeRefused: '900120'
  /** This operation isn't supported in this environment */
  readonly unsupportedEnvironment: '900127'
  /** One or more Azure subscriptions were purchased recently, these subscriptions can't be transitioned at this time. Try again later */
  readonly recentlyPurchasedSubscriptions: '900130'
  /** This resource does not support application-only authentication. */
  readonly appOnlyToken: '900329'
  /** The audience '{0}' in the token is invalid and is no longer supported in Partner Center API. */
  readonly wrongTokenAudience: '900420'
  /** Multifactor authentication is required */
  readonly mfaRequired: '900421'
}

/** The name of a fault in the catalogue. */
export type FaultName = keyof FaultCodes

/** The code of each fault in the catalogue, by its name. */
export const faultCodes: FaultCodes = {
  legacyMfaRequired: '10001',
  noCommerceRelationship: '20002',
  suspendedSubscriptions: '900105',
  upgradeNotFound: '900106',
  catalogItemNotFound: '900107',
  noAzureSubscriptions: '900108',
  upgradeInProgress: '900109',
  upgradeAlreadyCompleted: '900110',
  upgradeOfAnotherCustomer: '900111',
  invalidCustomerId: '900118',
  sharedServicesCustomer: '900119',
  upgradeRefused: '900120',
  unsupportedEnvironment: '900127',
  recentlyPurchasedSubscriptions: '900130',
  appOnlyToken: '900329',
  wrongTokenAudience: '900420',
  mfaRequired: '900421',
}

/** The codes of the faults that each operation may return. */
export interface OperationFaults {
  /** The fault codes of createProductUpgrade. */
  createProductUpgrade: '10001' | '20002' | '900105' | '900107' | '900108' | '900109' | '900110' | '900118' | '900119' | '900120' | '900127' | '900130' | '900329' | '900420' | '900421'
  /** The fault codes of getProductUpgradeStatus. */
  getProductUpgradeStatus: '10001' | '20002' | '900106' | '900111' | '900118' | '900127' | '900329' | '900420' | '900421'
  /** The fault codes of checkProductUpgradeEligibility. */
  checkProductUpgradeEligibility: '10001' | '20002' | '900118' | '900127' | '900329' | '900420' | '900421'
  /** The fault codes of listCustomers. */
  listCustomers: '10001' | '900420' | '900421'
  /** The fault codes of listCustomerSubscriptions. */
  listCustomerSubscriptions: '10001' | '20002' | '900420' | '900421'
  /** The fault codes of listCustomerAgreements. */
  listCustomerAgreements: '10001' | '20002' | '900329' | '900420' | '900421'
  /** The fault codes of getDirectSignStatus. */
  getDirectSignStatus: '10001' | '20002' | '900329' | '900420' | '900421'
  /** The fault codes of listAzureEntitlements. */
  listAzureEntitlements: '10001' | '20002' | '900420' | '900421'
}

/** The codes of the faults that createProductUpgrade may return. */
export const createProductUpgradeFaults: readonly OperationFaults['createProductUpgrade'][] = [
  '10001',
  '20002',
  '900105',
  '900107',
  '900108',
  '900109',
  '900110',
  '900118',
  '900119',
  '900120',
  '900127',
  '900130',
  '900329',
  '900420',
  '900421',
]

/** The codes of the faults that getProductUpgradeStatus may return. */
export const getProductUpgradeStatusFaults: readonly OperationFaults['getProductUpgradeStatus'][] = [
  '10001',
  '20002',
  '900106',
  '900111',
  '900118',
  '900127',
  '900329',
  '900420',
  '900421',
]

/** The codes of the faults that checkProductUpgradeEligibility may return. */
export const checkProductUpgradeEligibilityFaults: readonly OperationFaults['checkProductUpgradeEligibility'][] = [
  '10001',
  '20002',
  '900118',
  '900127',
  '900329',
  '900420',
  '900421',
]

/** The codes of the faults that listCustomers may return. */
export const listCustomersFaults: readonly OperationFaults['listCustomers'][] = ['10001', '900420', '900421']

/** The codes of the faults that listCustomerSubscriptions may return. */
export const listCustomerSubscriptionsFaults: readonly OperationFaults['listCustomerSubscriptions'][] = [
  '10001',
  '20002',
  '900420',
  '900421',
]

/** The codes of the faults that listCustomerAgreements may return. */
export const listCustomerAgreementsFaults: readonly OperationFaults['listCustomerAgreements'][] = [
  '10001',
  '20002',
  '900329',
  '900420',
  '900421',
]

/** The codes of the faults that getDirectSignStatus may return. */
export const getDirectSignStatusFaults: readonly OperationFaults['getDirectSignStatus'][] = [
  '10001',
  '20002',
  '900329',
  '900420',
  '900421',
]

/** The codes of the faults that listAzureEntitlements may return. */
export const listAzureEntitlementsFaults: readonly OperationFaults['listAzureEntitlements'][] = [
  '10001',
  '20002',
  '900420',
  '900421',
]

/** The codes of the faults that each operation may return, as lists. */
export const operationFaults: { readonly [Operation in keyof OperationFaults]: readonly OperationFaults[Operation][] } = {
  createProductUpgrade: createProductUpgradeFaults,
  getProductUpgradeStatus: getProductUpgradeStatusFaults,
  checkProductUpgradeEligibility: checkProductUpgradeEligibilityFaults,
  listCustomers: listCustomersFaults,
  listCustomerSubscriptions: listCustomerSubscriptionsFaults,
  listCustomerAgreements: listCustomerAgreementsFaults,
  getDirectSignStatus: getDirectSignStatusFaults,
  listAzureEntitlements: listAzureEntitlementsFaults,
}
