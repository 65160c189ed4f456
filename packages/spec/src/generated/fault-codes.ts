// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** The code of a fault in the catalogue. The service knows others. */
export type FaultCode = '10001' | '20002' | '900105' | '900106' | '900107' | '900108' | '900109' | '900110' | '900111' | '900118' | '900119' | '900120' | '900127' | '900130' | '900329' | '900420' | '900421'

/** The faults each operation may answer with. */
export interface OperationFaults {
  /** Those of createProductUpgrade. */
  createProductUpgrade: '10001' | '20002' | '900105' | '900107' | '900108' | '900109' | '900110' | '900118' | '900119' | '900120' | '900127' | '900130' | '900329' | '900420' | '900421'
  /** Those of getProductUpgradeStatus. */
  getProductUpgradeStatus: '10001' | '20002' | '900106' | '900111' | '900118' | '900127' | '900329' | '900420' | '900421'
  /** Those of checkProductUpgradeEligibility. */
  checkProductUpgradeEligibility: '10001' | '20002' | '900118' | '900127' | '900329' | '900420' | '900421'
  /** Those of listCustomers. */
  listCustomers: '10001' | '900420' | '900421'
  /** Those of listCustomerSubscriptions. */
  listCustomerSubscriptions: '10001' | '20002' | '900420' | '900421'
  /** Those of listCustomerAgreements. */
  listCustomerAgreements: '10001' | '20002' | '900329' | '900420' | '900421'
  /** Those of getDirectSignStatus. */
  getDirectSignStatus: '10001' | '20002' | '900329' | '900420' | '900421'
  /** Those of listAzureEntitlements. */
  listAzureEntitlements: '10001' | '20002' | '900420' | '900421'
}

/** The faults that createProductUpgrade may answer with. */
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

/** The faults that getProductUpgradeStatus may answer with. */
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

/** The faults that checkProductUpgradeEligibility may answer with. */
export const checkProductUpgradeEligibilityFaults: readonly OperationFaults['checkProductUpgradeEligibility'][] = [
  '10001',
  '20002',
  '900118',
  '900127',
  '900329',
  '900420',
  '900421',
]

/** The faults that listCustomers may answer with. */
export const listCustomersFaults: readonly OperationFaults['listCustomers'][] = ['10001', '900420', '900421']

/** The faults that listCustomerSubscriptions may answer with. */
export const listCustomerSubscriptionsFaults: readonly OperationFaults['listCustomerSubscriptions'][] = [
  '10001',
  '20002',
  '900420',
  '900421',
]

/** The faults that listCustomerAgreements may answer with. */
export const listCustomerAgreementsFaults: readonly OperationFaults['listCustomerAgreements'][] = [
  '10001',
  '20002',
  '900329',
  '900420',
  '900421',
]

/** The faults that getDirectSignStatus may answer with. */
export const getDirectSignStatusFaults: readonly OperationFaults['getDirectSignStatus'][] = [
  '10001',
  '20002',
  '900329',
  '900420',
  '900421',
]

/** The faults that listAzureEntitlements may answer with. */
export const listAzureEntitlementsFaults: readonly OperationFaults['listAzureEntitlements'][] = [
  '10001',
  '20002',
  '900420',
  '900421',
]

/** The same by operation. */
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
