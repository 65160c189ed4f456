import type { Contract, Fault, Operation, ProductUpgradeRequest } from '@partner-upgrades/spec'
import { challengeOf } from '../catalogue/challenge.ts'
import { type FaultAnswer, type FaultCatalogue, faultBody } from '../catalogue/fault-catalogue.ts'
import { describeProblem, describeRejection, type Rejection } from '../contract/rejection.ts'
import { responseFor } from '../contract/responses.ts'

/** Returns the fault for a rejected request. */
export type Reject = (rejection: Rejection, operation: Operation | undefined) => FaultAnswer

/** Turns rejections into faults, with the codes of the contract's own examples. */
export function createReject(contract: Contract, faults: FaultCatalogue): Reject {
  const challenge = challengeOf(contract)
  return (rejection, operation) => {
    const { status } = rejection
    if (rejection.reason === 'credentialsRefused' && rejection.because !== undefined) {
      return faults.answer(rejection.because)
    }
    const data = rejection.reason === 'invalid' ? rejection.problems.map(describeProblem) : []
    if (isBadCustomerId(rejection)) {
      const fault = faults.find('900118')
      const inferred = 'that a malformed customer id gets the fault of an unknown one'
      return { status: fault.status, body: faultBody(fault.code, fault.text, data), inferred }
    }
    const evidence = operation && responseFor(operation, status)?.evidence
    return {
      status,
      headers: {
        ...(rejection.reason === 'method' && { Allow: rejection.allow.join(', ') }),
        ...(status === 401 && { 'WWW-Authenticate': challenge }),
      },
      body: faultBody(genericCode(operation, status, faults), describeRejection(rejection), data),
      ...(evidence && evidence.level !== 'documented' && { inferred: `the status ${status}` }),
    }
  }
}

const customerId = '/customerId' satisfies `/${keyof ProductUpgradeRequest}`

function isBadCustomerId(rejection: Rejection): boolean {
  return (
    rejection.reason === 'invalid' &&
    rejection.problems.every(
      ({ in: place, pointer, keyword }) => place === 'body' && pointer === customerId && keyword !== 'required',
    )
  )
}

/** The first code in the contract's examples for a status that is not a fault of the catalogue; else the status itself (inferred). */
function genericCode(operation: Operation | undefined, status: number, faults: FaultCatalogue): string {
  const content = (operation && responseFor(operation, status))?.content ?? {}
  for (const { examples } of Object.values(content)) {
    for (const { value } of Object.values(examples)) {
      const code = codeOf(value)
      if (code !== undefined && !faults.has(code)) return code
    }
  }
  return String(status)
}

function codeOf(value: unknown): string | undefined {
  const { code }: Partial<Fault> = Object(value)
  return code === undefined ? undefined : String(code)
}
