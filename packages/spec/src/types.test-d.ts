// Checked by tsc: each line after `@ts-expect-error` must fail to compile.
import {
  type FaultCode,
  type FaultName,
  faultCodes,
  type OperationFaults,
  type OperationId,
  type ProductUpgradeRequest,
  type ProductUpgradesEligibility,
  type ProductUpgradesStatus,
  type paths,
} from '@partner-upgrades/spec'

const request: ProductUpgradeRequest = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

/** Editors offer the known values, but any other value is accepted. */
export const unknownFamily: ProductUpgradeRequest = { ...request, productFamily: 'Dynamics' }
export const unknownStatus: ProductUpgradesStatus['status'] = 'Paused'

/** The type is not widened to string: otherwise no editor would offer the known values. */
type Known<T> = string extends T ? 'widened' : 'kept'
export const open: Known<Exclude<ProductUpgradesStatus['status'], undefined> & 'Completed'> = 'kept'

// @ts-expect-error A status is a string.
export const numericStatus: ProductUpgradesStatus['status'] = 1

// @ts-expect-error A request names its customer.
export const nobody: ProductUpgradeRequest = { productFamily: 'Azure' }

// @ts-expect-error Eligibility is true or false.
export const maybe: ProductUpgradesEligibility['isEligible'] = 'perhaps'

export const created: OperationId = 'createProductUpgrade'
// @ts-expect-error There is no such operation.
export const deleted: OperationId = 'deleteProductUpgrade'

export const code: FaultCode = '900118'
// @ts-expect-error The catalogue has no such code.
export const noCode: FaultCode = '1'

export const named: FaultName = 'upgradeInProgress'
export const inProgress: '900109' = faultCodes.upgradeInProgress
// @ts-expect-error The catalogue has no such name.
export const noName: FaultName = 'upgradeForgotten'

export const ofCreate: OperationFaults['createProductUpgrade'] = '900105'
// @ts-expect-error Only a status request can fail with "not found".
export const notOfCreate: OperationFaults['createProductUpgrade'] = '900106'

type Body = paths['/v1/productUpgrades']['post']['requestBody']['content']['application/json']
export const body: Body = request
