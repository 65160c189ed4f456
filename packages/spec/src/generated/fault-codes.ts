// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** The code of a fault in the catalogue. The service knows others. */
export type FaultCode = '20002' | '900105' | '900106' | '900107' | '900108' | '900109' | '900110' | '900111' | '900118' | '900119' | '900120' | '900127' | '900130' | '900329' | '900420' | '900421'

/** The faults each operation may answer with. */
export interface OperationFaults {
  createProductUpgrade: '20002' | '900105' | '900107' | '900108' | '900109' | '900110' | '900118' | '900119' | '900120' | '900127' | '900130' | '900329' | '900420' | '900421'
  getProductUpgradeStatus: '20002' | '900106' | '900111' | '900118' | '900127' | '900329' | '900420' | '900421'
  checkProductUpgradeEligibility: '20002' | '900118' | '900127' | '900329' | '900420' | '900421'
}

/** The same at run time. */
export const operationFaults: { readonly [Operation in keyof OperationFaults]: readonly OperationFaults[Operation][] } = {
  createProductUpgrade: [
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
  ],
  getProductUpgradeStatus: ['20002', '900106', '900111', '900118', '900127', '900329', '900420', '900421'],
  checkProductUpgradeEligibility: ['20002', '900118', '900127', '900329', '900420', '900421'],
}
