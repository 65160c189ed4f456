import type { Contract, Operation } from '@partner-upgrades/spec'
import { isBelow, isSame, type PathTemplate, parametersIn, parseTemplate, segmentsOf } from './path-template.ts'

/** What a contract says of the place a request went to. */
export type Place =
  /** An operation, with the path parameters, decoded. */
  | { readonly kind: 'operation'; readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  /** A path of the contract, with a method that it does not have there. */
  | { readonly kind: 'method'; readonly operations: readonly Operation[] }
  /** A path the contract does not have, below one that it has. */
  | { readonly kind: 'below'; readonly path: string }
  /** Something else. */
  | { readonly kind: 'foreign' }

/** Says where a request went. */
export type FindOperation = (method: string, url: string) => Place

/**
 * Finds the operations of a contract at its servers and at other base URLs. Case does not matter, nor does a slash at the end.
 *
 * @throws {TypeError} if a base URL is neither absolute nor a path.
 */
export function createFindOperation(contract: Contract, baseUrls: readonly string[] = []): FindOperation {
  const bases = [...contract.servers, ...baseUrls].map(parseBase)
  const templates = templatesOf(contract)
  return (method, url) => {
    if (!URL.canParse(url)) return { kind: 'foreign' }
    const parsed = new URL(url)
    const segments = segmentsOf(parsed.pathname)
    const starts = bases
      .filter(({ origin }) => origin === undefined || origin === parsed.origin)
      .filter((base) => base.segments.every((segment, index) => isSame(segment, segments[index])))
      .map((base) => base.segments.length)
    return placeOf(templates, method, segments, starts)
  }
}

/** Finds the operations of a contract at whatever base URL. */
export function createFindAnywhere(contract: Contract): FindOperation {
  const templates = templatesOf(contract)
  return (method, url) => {
    if (!URL.canParse(url)) return { kind: 'foreign' }
    const segments = segmentsOf(new URL(url).pathname)
    return placeOf(templates, method, segments, [...segments.keys()])
  }
}

interface Template {
  readonly operation: Operation
  readonly path: PathTemplate
}

function templatesOf(contract: Contract): readonly Template[] {
  return Object.values(contract.operations).map((operation) => ({ operation, path: parseTemplate(operation.path) }))
}

/** The place of the part of a path that begins at one of `starts`. */
function placeOf(
  templates: readonly Template[],
  method: string,
  segments: readonly string[],
  starts: readonly number[],
): Place {
  for (const start of starts) {
    const there = templates.flatMap(({ operation, path }) => {
      const parameters = parametersIn(path, segments, start)
      return parameters === undefined ? [] : [{ operation, path: parameters }]
    })
    const [found] = there
      .filter(({ operation }) => operation.method === method.toUpperCase())
      // Text beats a parameter: the operation whose path says the most is meant.
      .sort((a, b) => textOf(b.operation).length - textOf(a.operation).length)
    if (found !== undefined) return { kind: 'operation', ...found }
    if (there.length > 0) return { kind: 'method', operations: there.map(({ operation }) => operation) }
  }
  const below = starts.find((start) => templates.some(({ path }) => isBelow(path, segments, start)))
  return below === undefined ? { kind: 'foreign' } : { kind: 'below', path: `/${segments.slice(below).join('/')}` }
}

/** What a path template says without its parameters. */
function textOf({ path }: Operation): string {
  return path.replaceAll(/\{[^{}]*\}/g, '')
}

interface Base {
  /** Absent where a server is given without an origin, such as `/api`. */
  readonly origin?: string
  readonly segments: readonly string[]
}

function parseBase(baseUrl: string): Base {
  if (baseUrl.startsWith('/')) return { segments: segmentsOf(baseUrl) }
  if (!URL.canParse(baseUrl)) throw new TypeError(`A base URL must be absolute or start with a slash: ${baseUrl}`)
  const { origin, pathname } = new URL(baseUrl)
  return { origin, segments: segmentsOf(pathname) }
}
