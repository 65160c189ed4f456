import type { RequestValues } from '../../samples/request.ts'

/** A customer of the simulated partner. */
export interface SituationCustomer {
  readonly id: string
  /** The name of the company. @default the name in the documentation */
  readonly companyName?: string
  /** The code of the fault that keeps the customer from upgrading. @default none */
  readonly condition?: string
}

/** An action on the simulated service. */
export type Step =
  | { readonly do: 'send'; readonly operation: string; readonly values: RequestValues; readonly token: string }
  | { readonly do: 'advance'; readonly by: string }
  | { readonly do: 'inject'; readonly preset: string; readonly code?: string }

/** The complete state of a simulation: how it began, and all steps since. Replaying them gives the same result. */
export interface Situation {
  readonly customers: readonly SituationCustomer[]
  /** The number of calls admitted per minute; 0 for no limit. */
  readonly callsPerMinute: number
  readonly steps: readonly Step[]
}

const marker = '#situation='

/** Encodes a situation as the fragment of an address. */
export function toHash(situation: Situation): string {
  const bytes = new TextEncoder().encode(JSON.stringify(situation))
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return marker + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Decodes the situation in the fragment of an address; undefined if there is none, or it cannot be read. */
export function fromHash(hash: string): Situation | undefined {
  if (!hash.startsWith(marker)) return undefined
  try {
    const text = atob(hash.slice(marker.length).replaceAll('-', '+').replaceAll('_', '/'))
    return parseSituation(new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0))))
  } catch {
    return undefined
  }
}

/** Parses a situation from JSON; undefined if it is invalid. */
export function parseSituation(json: string): Situation | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isSituation(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSituation(value: unknown): value is Situation {
  const { customers, callsPerMinute, steps } = Object(value)
  return (
    Array.isArray(customers) &&
    customers.every(
      (each) =>
        isText(Object(each).id) && isOptionalText(Object(each).condition) && isOptionalText(Object(each).companyName),
    ) &&
    Number.isInteger(callsPerMinute) &&
    callsPerMinute >= 0 &&
    Array.isArray(steps) &&
    steps.every(isStep)
  )
}

function isStep(value: unknown): value is Step {
  const step = Object(value)
  switch (step.do) {
    case 'send':
      return (
        isText(step.operation) &&
        isText(step.token) &&
        isOptionalText(step.values?.body) &&
        Object.values(Object(step.values?.parameters)).every(isText)
      )
    case 'advance':
      return isText(step.by)
    case 'inject':
      return isText(step.preset) && isOptionalText(step.code)
    default:
      return false
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value)
