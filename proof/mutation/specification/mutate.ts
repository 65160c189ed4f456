import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse, stringify } from 'yaml'
import { isObject, type Json, type JsonObject } from '../../properties/document.ts'
import { mutateExchange } from './exchange-operators.ts'
import { mutateFacts } from './fact-operators.ts'
import { mutateFault, mutatePlausibleFaults } from './fault-operators.ts'
import { mutateHeader, mutateParameter, mutateResponse } from './message-operators.ts'
import type { Change, Mutation } from './mutation.ts'
import { mutateDocument, mutateOperation } from './operation-operators.ts'
import { mutateSchema } from './schema-operators.ts'

type Mutate = (value: JsonObject, name: string) => Iterable<Change>

const folders: Readonly<Record<string, Mutate>> = {
  'components/schemas': mutateSchema,
  'components/parameters': mutateParameter,
  'components/headers': mutateHeader,
  'components/responses': (response, name) => mutateResponse(response, name, (changed) => changed),
  'components/faults': mutateFault,
  'components/examples': () => [],
  paths: mutateOperation,
}

/** Returns every mutation of a specification that the operators can make. */
export function mutationsOf(specification: string): readonly Mutation[] {
  const read = (file: string) => readFileSync(join(specification, file), 'utf8')
  const inYaml = (file: string, mutate: Mutate): Mutation[] => {
    // Anchors and aliases are expanded, so that a change affects only one place.
    const value: Json = parse(read(file))
    if (!isObject(value)) return []
    return [...mutate(value, basename(file, '.yaml')), ...mutateFacts(value)].map(({ value: changed, ...change }) => ({
      ...change,
      file,
      text: stringify(changed, { aliasDuplicateObjects: false, lineWidth: 0 }),
    }))
  }
  const exchanges = filesOf(specification, 'exchanges').flatMap((file) =>
    [...mutateExchange(read(file))].map((change) => ({ ...change, file })),
  )
  return [
    ...Object.entries(folders).flatMap(([folder, mutate]) =>
      filesOf(specification, folder).flatMap((file) => inYaml(file, mutate)),
    ),
    ...inYaml('openapi.yaml', mutateDocument),
    ...inYaml('components/plausibleFaults.yaml', mutatePlausibleFaults),
    ...exchanges,
  ]
}

function filesOf(specification: string, folder: string): readonly string[] {
  return readdirSync(join(specification, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`)
}

/** Samples some mutations of each operator at even intervals; the seed decides where each starts. */
export function sample(mutations: readonly Mutation[], perOperator: number, seed: number): readonly Mutation[] {
  const byOperator = new Map<string, Mutation[]>()
  for (const mutation of mutations) {
    byOperator.set(mutation.operator, [...(byOperator.get(mutation.operator) ?? []), mutation])
  }
  return [...byOperator.values()].flatMap((group) => {
    const step = group.length / Math.min(perOperator, group.length)
    const start = seed % group.length
    return Array.from({ length: Math.min(perOperator, group.length) }, (_, index) => {
      const mutation = group[(start + Math.floor(index * step)) % group.length]
      return mutation === undefined ? [] : [mutation]
    }).flat()
  })
}
