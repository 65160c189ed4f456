import type { Contract, Fault, FaultDefinition } from '@partner-upgrades/spec'
import type { Answer } from '../contract/answer.ts'
import { unknownName } from '../contract/errors.ts'
import { type Exactly, exactly } from '../contract/exactly.ts'
import { challengeOf } from './challenge.ts'
import { exampleValuesOf } from './example-values.ts'

/** A fault as a response. */
export interface FaultAnswer extends Answer {
  /** The fault, exactly as the contract describes faults. */
  readonly body: Exactly<Fault>
}

/** Values for the placeholders of a fault's text, by the catalogue's parameter names. */
export type FaultValues = Readonly<Record<string, string>>

/** The fault catalogue of a contract. */
export interface FaultCatalogue {
  /** The response for a fault's code or name, with its placeholders filled in; missing values come from the contract's example. */
  answer(codeOrName: string, values?: FaultValues): FaultAnswer
  /** The text for a fault's code or name, with its placeholders filled in likewise. */
  text(codeOrName: string, values?: FaultValues): string
  /**
   * The fault with a code or name.
   *
   * @throws MockUsageError if there is none, listing the known faults.
   */
  find(codeOrName: string): FaultDefinition
  /** Whether the catalogue has this code. */
  has(code: string): boolean
}

/** As in every documented sample of a fault. */
const faultSource = 'PartnerFD'

/** Creates the fault catalogue of a contract. Every text comes from the contract: none is written here. */
export function createFaultCatalogue(contract: Contract): FaultCatalogue {
  const catalogue = contract.faults
  const byName = new Map(Object.values(catalogue).map((fault) => [fault.name, fault]))
  const challenge = challengeOf(contract)

  function find(codeOrName: string): FaultDefinition {
    const fault = (Object.hasOwn(catalogue, codeOrName) ? catalogue[codeOrName] : undefined) ?? byName.get(codeOrName)
    if (fault === undefined) throw unknownName('fault', codeOrName, byName.keys())
    return fault
  }

  function textOf(fault: FaultDefinition, given: FaultValues = {}): string {
    const { text, parameters } = fault
    if (parameters.length === 0) return text
    const values = { ...exampleValuesOf(contract, fault), ...given }
    return text.replaceAll(/\{(\d+)\}/g, (placeholder, index) => values[parameters[Number(index)] ?? ''] ?? placeholder)
  }

  return {
    find,
    has: (code) => Object.hasOwn(catalogue, code),
    text: (codeOrName, values) => textOf(find(codeOrName), values),
    answer: (codeOrName, values) => {
      const fault = find(codeOrName)
      const { code, status, evidence } = fault
      return {
        status,
        ...(status === 401 && { headers: { 'WWW-Authenticate': challenge } }),
        body: faultBody(code, textOf(fault, values)),
        ...(evidence.level !== 'documented' && { inferred: `fault ${code} is known from ${evidence.source}` }),
      }
    },
  }
}

const fault = exactly<Fault>()

/** Builds a fault's body, with one text in `data` per problem with the request; the service limits descriptions to 1,024 characters. */
export function faultBody(code: string, description: string, data: readonly string[] = []): Exactly<Fault> {
  return fault({ code, description: description.slice(0, 1_024), data: [...data], source: faultSource })
}
