import type { Contract, Operation } from '@partner-upgrades/spec'

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
  return (method, url) => {
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    const paths = bases.flatMap((base) => (parsed === undefined ? [] : (pathBelow(base, parsed) ?? [])))
    return placeOf(contract, method, paths)
  }
}

/** Finds the operations of a contract at whatever base URL. */
export function createFindAnywhere(contract: Contract): FindOperation {
  return (method, url) => {
    if (!URL.canParse(url)) return { kind: 'foreign' }
    const segments = segmentsOf(new URL(url).pathname)
    return placeOf(
      contract,
      method,
      segments.map((_, index) => segments.slice(index)),
    )
  }
}

function placeOf(contract: Contract, method: string, paths: readonly (readonly string[])[]): Place {
  for (const path of paths) {
    const there = Object.values(contract.operations).flatMap((operation) => {
      const parameters = match(segmentsOf(operation.path), path)
      return parameters === undefined ? [] : [{ operation, path: parameters }]
    })
    const [found] = there
      .filter(({ operation }) => operation.method === method.toUpperCase())
      // Text beats a parameter: the operation whose path says the most is meant.
      .sort((a, b) => textOf(b.operation).length - textOf(a.operation).length)
    if (found !== undefined) return { kind: 'operation', ...found }
    if (there.length > 0) return { kind: 'method', operations: there.map(({ operation }) => operation) }
  }
  const below = paths.find((path) => Object.values(contract.operations).some((operation) => isBelow(operation, path)))
  return below === undefined ? { kind: 'foreign' } : { kind: 'below', path: `/${below.join('/')}` }
}

/** What a path template says without its parameters. */
function textOf({ path }: Operation): string {
  return path.replaceAll(/\{[^}]*\}/g, '')
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

function pathBelow({ origin, segments }: Base, url: URL): readonly (readonly string[])[] | undefined {
  if (origin !== undefined && origin !== url.origin) return undefined
  const path = segmentsOf(url.pathname)
  const fits = segments.every((segment, index) => isSame(segment, path[index]))
  return fits ? [path.slice(segments.length)] : undefined
}

/** The path parameters, if a path fits a template. */
function match(template: readonly string[], path: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (template.length !== path.length) return undefined
  const parameters: [string, string][] = []
  for (const [index, part] of template.entries()) {
    const names = [...part.matchAll(/\{([^}]*)\}/g)].map((found) => found[1] ?? '')
    const values = new RegExp(
      `^${part
        .split(/\{[^}]*\}/)
        .map(escapeForPattern)
        .join('(.+?)')}$`,
      'is',
    ).exec(path[index] ?? '')
    if (values === null) return undefined
    for (const [at, name] of names.entries()) parameters.push([name, values[at + 1] ?? ''])
  }
  return Object.fromEntries(parameters)
}

/** Whether a path lies below the path of an operation that has no parameters: `/v1/things/1/new` below `/v1/things`. */
function isBelow({ path: template }: Operation, path: readonly string[]): boolean {
  const segments = segmentsOf(template)
  return !template.includes('{') && segments.length > 0 && segments.every((part, index) => isSame(part, path[index]))
}

function isSame(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase()
}

function segmentsOf(path: string): string[] {
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  return segments.length === 1 && segments[0] === '' ? [] : segments.map(decode)
}

/** A broken escape stays as it is: it is for the parameter's own check to refuse. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
