import { type ContractMock, type ContractMockOptions, createContractMock } from '../src/contract/contract-mock.ts'
import { describeRejection } from '../src/contract/rejection.ts'
import { smallContract } from './small-contract.ts'

/** A mock of the small contract whose faults say why a request was rejected. */
export function smallMock(options: Partial<ContractMockOptions> = {}): ContractMock {
  return createContractMock({
    contract: smallContract,
    reject: (rejection) => ({
      status: rejection.status,
      headers: {
        ...(rejection.reason === 'method' && { Allow: rejection.allow.join(', ') }),
        ...(rejection.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      },
      body: { error: describeRejection(rejection) },
    }),
    ...options,
  })
}
