import { stringify } from 'yaml'
import { camelCase, createNames } from '../grammar/identifiers.ts'
import { isObject, type JsonObject, objectAt, textAt } from '../grammar/json.ts'
import type { ComponentRegistries } from '../read/component-registry.ts'
import { type Printable, toCode } from '../read/printable.ts'
import type { Contract, Exchange, FaultDefinition } from '../runtime/model.ts'
import { print, printKey, printText, printUnion } from './print-typescript.ts'

export const banner = 'Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.'

const head = (...imports: readonly string[]): string => [`// ${banner}`, ...imports, ''].join('\n')

export function emitContract(
  contract: Printable<Omit<Contract, 'hash' | 'faults'>>,
  components: ComponentRegistries,
): string {
  const ids = Object.keys(contract.operations)
  const { parameters, headers, responses } = components
  const constants = new Map<unknown, string>([...parameters.names, ...headers.names, ...responses.names])
  const declare = (names: ReadonlyMap<unknown, string>, type: string): string =>
    [...names]
      .map(([value, name]) => {
        const start = `const ${name}: ${type} = `
        return `\n${start}${print(value, constants, '', start.length)}\n`
      })
      .join('')
  const types = [
    ...(headers.names.size > 0 ? ['ResponseHeader'] : []),
    ...(responses.names.size > 0 ? ['ResponseContract'] : []),
    ...(parameters.names.size > 0 ? ['Parameter'] : []),
  ]
  const whole = { hash: toCode('contractHash'), ...contract, faults: toCode('faults') }
  return `${head(
    "import { faults } from './faults.ts'",
    "import { contractHash } from './hash.ts'",
    `import type { ${['Contract', ...types].sort().join(', ')} } from './model.ts'`,
    "import * as validators from './validators.ts'",
  )}
/** The ID of an operation. */
export type OperationId = ${printUnion(ids)}
${declare(parameters.names, 'Parameter')}${declare(headers.names, 'ResponseHeader')}${declare(responses.names, 'ResponseContract')}
/** The whole API, compiled. */
export const contract: Contract = ${print(whole, constants)}
`
}

/**
 * Emits the fault codes separately from the catalogue: a program needs no more to distinguish known faults from unknown ones. Each
 * operation has its own list, so that a bundler includes only those of the operations that a program calls.
 */
export function emitFaultCodes(
  faults: Readonly<Record<string, FaultDefinition>>,
  operationIds: readonly string[],
): string {
  const freeName = createNames()
  const lists = operationIds.map((id) => ({
    id,
    name: freeName(camelCase([id, 'faults'])),
    codes: codesOf(faults, id),
  }))
  const byOperation = lists.map(
    ({ id, codes }) => `  /** The fault codes of ${id}. */\n  ${printKey(id)}: ${printUnion(codes)}\n`,
  )
  const constants = lists.map(({ id, name, codes }) => {
    const start = `export const ${name}: readonly OperationFaults[${printText(id)}][] = `
    return `\n/** The codes of the faults that ${id} may return. */\n${start}${print(codes, undefined, '', start.length)}\n`
  })
  const codes = Object.fromEntries(Object.values(faults).map(({ name, code }) => [name, code]))
  const named = Object.values(faults).map(
    ({ name, code, text }) =>
      `  ${printComment(text).trimEnd().replaceAll('\n', '\n  ')}\n  readonly ${printKey(name)}: ${printText(code)}\n`,
  )
  const all = Object.fromEntries(lists.map(({ id, name }) => [id, toCode(name)]))
  return `${head()}
/** The code of a fault in the catalogue. The service has others. */
export type FaultCode = ${printUnion(Object.keys(faults))}

/** The codes of the catalogue, by the names of its faults. */
export interface FaultCodes {
${named.join('')}}

/** The name of a fault in the catalogue. */
export type FaultName = keyof FaultCodes

/** The code of each fault in the catalogue, by its name. */
export const faultCodes: FaultCodes = ${print(codes)}

/** The codes of the faults that each operation may return. */
export interface OperationFaults {
${byOperation.join('')}}
${constants.join('')}
/** The codes of the faults that each operation may return, as lists. */
export const operationFaults: { readonly [Operation in keyof OperationFaults]: readonly OperationFaults[Operation][] } = ${print(all)}
`
}

export function emitFaults(faults: Readonly<Record<string, FaultDefinition>>): string {
  return `${head("import type { FaultCode } from './fault-codes.ts'", "import type { FaultDefinition } from './model.ts'")}
export { type FaultCode, type FaultCodes, type FaultName, faultCodes, type OperationFaults } from './fault-codes.ts'

/** The fault catalogue, by code. */
export const faults: Readonly<Record<FaultCode, FaultDefinition>> = ${print(faults)}
`
}

/** Returns the codes of the faults that an operation may return, in the order of the catalogue. */
export function codesOf(faults: Readonly<Record<string, FaultDefinition>>, operationId: string): readonly string[] {
  return Object.keys(faults).filter((code) => Object.hasOwn(faults[code]?.operations ?? {}, operationId))
}

export function emitExchanges(exchanges: readonly Exchange[]): string {
  return `${head("import type { Exchange } from './model.ts'")}
/** The documented exchanges, with verbatim bodies and header values. */
export const exchanges: readonly Exchange[] = ${print(exchanges)}
`
}

export function emitHash(hash: string): string {
  return `${head()}
/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = ${printText(hash)}
`
}

/** Emits a named type for each schema, with its description. */
export function emitSchemas(document: JsonObject): string {
  const schemas = objectAt(objectAt(document, 'components'), 'schemas')
  const freeName = createNames()
  const aliases = Object.entries(schemas).map(([key, schema]) => {
    const description = isObject(schema) ? (textAt(schema, 'description') ?? textAt(schema, 'title')) : undefined
    const type = `export type ${freeName(camelCase([key]))} = components['schemas'][${printText(key)}]\n`
    return `\n${description === undefined ? '' : printComment(description)}${type}`
  })
  return aliases.length === 0
    ? `${head()}\nexport {}\n`
    : `${head("import type { components } from './types.ts'")}${aliases.join('')}`
}

function printComment(text: string): string {
  const lines = text.trim().replaceAll('*/', '* /').split('\n')
  const [only] = lines
  if (lines.length === 1) return `/** ${only} */\n`
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`
}

export function emitYaml(document: JsonObject): string {
  return `# ${banner}\n${stringify(document, { lineWidth: 120, aliasDuplicateObjects: false, compat: 'yaml-1.1' })}`
}
