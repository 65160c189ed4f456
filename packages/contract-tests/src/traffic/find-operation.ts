import type { Contract, Operation } from '@partner-upgrades/spec'
import {
  isBelow,
  isSame,
  type PathTemplate,
  parametersIn,
  parseTemplate,
  type Segment,
  segmentsOf,
} from './path-template.ts'

/** The place in a contract that a request went to. */
export type Place =
  /** An operation, with the path parameters, percent-encoded as they were sent. */
  | { readonly kind: 'operation'; readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  /** A path of the contract, with an undeclared method. */
  | { readonly kind: 'method'; readonly operations: readonly Operation[] }
  /** An undeclared path below a declared one. */
  | { readonly kind: 'below'; readonly path: string }
  /** Something else. */
  | { readonly kind: 'foreign' }

/** Finds the place that a request went to. */
export type FindOperation = (method: string, url: string) => Place

/**
 * Finds the operations of a contract at the contract's servers or their own, and at other base URLs. Case does not matter, nor does a
 * trailing slash, unless the contract has the path both with and without it. An undeclared HEAD counts as GET.
 *
 * @throws {TypeError} if a base URL is neither absolute nor a path.
 */
export function createFindOperation(contract: Contract, baseUrls: readonly string[] = []): FindOperation {
  const groups = serverGroups(contract).map(({ servers, operations }) => {
    return { bases: [...servers, ...baseUrls].map(parseBase), templates: templatesOf(operations) }
  })
  return (method, url) => {
    if (!URL.canParse(url)) return { kind: 'foreign' }
    const { origin, pathname } = new URL(url)
    const segments = segmentsOf(pathname)
    const places = groups.map(({ bases, templates }) => {
      const starts = bases
        .filter((base) => base.origin === undefined || base.origin === origin)
        .filter((base) => base.segments.every((segment, index) => isSame(segment, segments[index])))
        .map((base) => base.segments.length)
      return placeOf(templates, method, pathname, segments, starts)
    })
    const [first] = places.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    return first ?? { kind: 'foreign' }
  }
}

const kinds: readonly Place['kind'][] = ['operation', 'method', 'below', 'foreign']

/** Groups operations by their servers: those of the contract, or their own. */
function serverGroups({
  operations,
  servers,
}: Contract): readonly { readonly servers: readonly string[]; readonly operations: readonly Operation[] }[] {
  const groups = new Map<string, Operation[]>()
  for (const operation of Object.values(operations)) {
    const key = (operation.servers ?? servers).join(' ')
    groups.set(key, [...(groups.get(key) ?? []), operation])
  }
  return [...groups.values()].map((members) => ({ servers: members[0]?.servers ?? servers, operations: members }))
}

/** Finds the operations of a contract at any base URL. */
export function createFindAnywhere(contract: Contract): FindOperation {
  const templates = templatesOf(Object.values(contract.operations))
  return (method, url) => {
    if (!URL.canParse(url)) return { kind: 'foreign' }
    const { pathname } = new URL(url)
    const segments = segmentsOf(pathname)
    return placeOf(templates, method, pathname, segments, [...segments.keys()])
  }
}

interface Template {
  readonly operation: Operation
  readonly path: PathTemplate
}

function templatesOf(operations: readonly Operation[]): readonly Template[] {
  return operations.map((operation) => ({ operation, path: parseTemplate(operation.path) }))
}

/** Finds the place of the part of a path that begins at one of `starts`. */
function placeOf(
  templates: readonly Template[],
  method: string,
  pathname: string,
  segments: readonly Segment[],
  starts: readonly number[],
): Place {
  for (const start of starts) {
    const fitting = templates.flatMap(({ operation, path }) => {
      const parameters = parametersIn(path, segments, start)
      return parameters === undefined ? [] : [{ operation, path: parameters }]
    })
    const there = fitting.filter(({ operation }) => {
      const isExact = (path: string): boolean => path.endsWith('/') === pathname.endsWith('/')
      const twin = fitting.some(
        (other) => isExact(other.operation.path) && isTwin(other.operation.path, operation.path),
      )
      return isExact(operation.path) || !twin
    })
    const asked = method.toUpperCase()
    const meant = asked === 'HEAD' && there.every(({ operation }) => operation.method !== asked) ? 'GET' : asked
    const [found] = there
      .filter(({ operation }) => operation.method === meant)
      // Literal text beats a parameter: the operation with the most literal text in its path wins.
      .sort((a, b) => textOf(b.operation).length - textOf(a.operation).length)
    if (found !== undefined) return { kind: 'operation', ...found }
    if (there.length > 0) return { kind: 'method', operations: there.map(({ operation }) => operation) }
  }
  const below = starts.find((start) => templates.some(({ path }) => isBelow(path, segments, start)))
  return below === undefined
    ? { kind: 'foreign' }
    : {
        kind: 'below',
        path: `/${segments
          .slice(below)
          .map(({ text }) => text)
          .join('/')}`,
      }
}

/** Whether two templates differ in a trailing slash, ignoring case and the names of parameters. */
function isTwin(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => path.toLowerCase().replaceAll(/\{[^{}]*\}/g, '{}'))
  return one === `${other}/` || other === `${one}/`
}

/** The literal text of an operation's path, without parameters. */
function textOf({ path }: Operation): string {
  return path.replaceAll(/\{[^{}]*\}/g, '')
}

interface Base {
  /** Absent if a server is given without an origin, such as `/api`. */
  readonly origin?: string
  readonly segments: readonly Segment[]
}

function parseBase(baseUrl: string): Base {
  if (baseUrl.startsWith('/')) return { segments: segmentsOf(baseUrl) }
  if (!URL.canParse(baseUrl)) throw new TypeError(`A base URL must be absolute or start with a slash: ${baseUrl}`)
  const { origin, pathname } = new URL(baseUrl)
  return { origin, segments: segmentsOf(pathname) }
}
