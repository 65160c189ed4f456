import type { Contract, Operation } from '@partner-upgrades/spec'
import fc, { type Arbitrary } from 'fast-check'
import { curlOf } from './curl.ts'
import type { Json } from './document.ts'
import type { Engine, Judge } from './engine.ts'
import { anyValue, valuesOf } from './generate.ts'
import { type Report, type RunOptions, runProperty } from './run-property.ts'
import { spoilt } from './spoil.ts'
import { describeCarrier, type Subject, subjectsOf } from './subjects.ts'

interface Case {
  readonly subject: Subject
  readonly judge: Judge
  readonly text: string
}

/** Compares the validators of an operation with an independent engine, on values generated from the operation's schemas. */
export async function checkValues(
  contract: Contract,
  operation: Operation,
  document: Json,
  engine: Engine,
  options: RunOptions,
): Promise<Report> {
  const subjects = subjectsOf(document, operation).filter(({ carrier }) => !('mediaType' in carrier) || isJson(carrier))
  const cases = await Promise.all(
    subjects.map(async (subject) => {
      const judge = await engine(`${subject.schema.pointer}`)
      const texts = textsFor(subject, document)
      return { weight: weightOf(subject), arbitrary: texts.map((text): Case => ({ subject, judge, text })) }
    }),
  )
  return runProperty(fc.oneof(...cases), options, ({ subject, judge, text }) => {
    const expected = judge(text)
    const problems = subject.validate?.(JSON.parse(text))
    if (problems !== undefined && (problems.length === 0) === expected) return { valid: expected }
    const found = problems === undefined ? 'not checked' : JSON.stringify(problems)
    return {
      valid: expected,
      disagreement: [
        `${operation.id}: ${describeCarrier(subject.carrier)} is ${expected ? 'valid' : 'invalid'}, but our problems with it: ${found}`,
        curlOf(contract, operation, subject.carrier, text),
      ].join('\n'),
    }
  })
}

function isJson({ mediaType }: { readonly mediaType: string }): boolean {
  return /[/+]json$/.test(mediaType)
}

/** Generates texts of values: four ninths from the schema, four ninths from the schema but damaged, one ninth arbitrary. */
function textsFor({ schema }: Subject, document: Json): Arbitrary<string> {
  const values = valuesOf(schema.value, document)
  return fc
    .oneof(
      { weight: 4, arbitrary: values },
      { weight: 4, arbitrary: spoilt(values) },
      { weight: 1, arbitrary: anyValue },
    )
    .map((value) => JSON.stringify(value))
}

/** Gives the bodies of requests and successes more weight than the many faults, which are all alike. */
function weightOf({ carrier }: Subject): number {
  if (carrier.kind === 'requestBody') return 30
  if (carrier.kind === 'responseBody') return carrier.status.startsWith('2') ? 40 : 3
  return carrier.kind === 'parameter' ? 3 : 1
}
