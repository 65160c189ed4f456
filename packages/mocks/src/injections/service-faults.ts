import type { FaultCode, FaultName } from '@partner-upgrades/spec'
import type { FaultValues } from '../catalogue/fault-catalogue.ts'
import { throttledAnswer } from '../catalogue/throttled-answer.ts'
import { exampleAnswer } from '../contract/example-answer.ts'
import type { InjectedFault } from './injected-fault.ts'

/**
 * Any fault of the catalogue, by code or name. The service does not handle the call.
 *
 * @param values values for the placeholders of the fault's text, by the catalogue's parameter names
 */
export function fault(codeOrName: FaultCode | FaultName | (string & {}), values: FaultValues = {}): InjectedFault {
  return {
    name: `fault ${codeOrName}`,
    check: (faults) => void faults.find(codeOrName),
    apply: ({ body }, { faults }) => faults.answer(codeOrName, { ...textsOf(body), ...values }),
  }
}

/** 429 with `Retry-After` in seconds, as documented. */
export function throttled({ retryAfter = 57 }: { readonly retryAfter?: number | undefined } = {}): InjectedFault {
  return { name: 'throttled', apply: ({ operation }) => throttledAnswer(operation, retryAfter) }
}

/** 401 as for an expired token; a new token helps. */
export function tokenExpired(): InjectedFault {
  return example('tokenExpired', 401, 'accessDenied')
}

/** 401 with fault 900421: the user signed in without multifactor authentication. A new token does not help. */
export function mfaRequired(): InjectedFault {
  return { ...fault('mfaRequired'), name: 'mfaRequired' }
}

/** 401 with fault 900420: the token is for another service. A new token does not help. */
export function wrongTokenAudience(): InjectedFault {
  return { ...fault('wrongTokenAudience'), name: 'wrongTokenAudience' }
}

/** 403 with fault 900329: the token has no user. A new token does not help. */
export function appOnlyToken(): InjectedFault {
  return { ...fault('appOnlyToken'), name: 'appOnlyToken' }
}

/** 500 with a fault of the service. */
export function serverError(): InjectedFault {
  return example('serverError', 500)
}

/** 503 with a fault of the service. */
export function unavailable(): InjectedFault {
  return example('unavailable', 503)
}

function example(name: string, code: number, named?: string): InjectedFault {
  return {
    name,
    apply: ({ operation }) =>
      exampleAnswer(operation, { code, ...(named !== undefined && { example: named }) }, 'application/json'),
  }
}

function textsOf(body: unknown): FaultValues {
  const entries = Object.entries(Object(body)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
