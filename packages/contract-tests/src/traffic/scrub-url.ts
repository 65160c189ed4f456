import type { Contract } from '@partner-upgrades/spec'
import type { Place } from './find-operation.ts'
import { isGuid } from './pseudonyms.ts'
import type { Scrubber } from './scrub-text.ts'

/**
 * Scrubs a URL: removes user and password, the fragment, undeclared query values, and parts of the path that are neither words
 * of the contract, nor GUIDs, nor the path of a base URL.
 */
export function scrubUrl(url: string, place: Place, contract: Contract, scrubber: Scrubber): string {
  const { protocol, host, pathname, searchParams } = new URL(url)
  const path = scrubPath(pathname, place.kind === 'below', contract, scrubber)
  const declared = place.kind === 'operation' ? place.operation.parameters.filter((each) => each.in === 'query') : []
  const query = [...searchParams].map(([name, value]) => {
    const isDeclared = declared.some((parameter) => parameter.name === name)
    return `${encodeURIComponent(scrubber.text(name))}=${encodeURIComponent(isDeclared ? scrubber.text(value) : 'removed')}`
  })
  return `${protocol}//${scrubber.pseudonyms(host)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** Scrubs a reference to a resource, absolute or relative, as in `Location`. */
export function scrubReference(reference: string, contract: Contract, scrubber: Scrubber): string {
  const [path = ''] = reference.split(/[?#]/)
  const absolute = /^(https?:)?\/\/(?:[^/@]*@)?([^/]*)(.*)$/is.exec(path)
  if (absolute === null) return scrubPath(path, false, contract, scrubber)
  const [, protocol = '', host = '', rest = ''] = absolute
  return `${protocol}//${scrubber.pseudonyms(host)}${scrubPath(rest, false, contract, scrubber)}`
}

function scrubPath(path: string, isNew: boolean, contract: Contract, scrubber: Scrubber): string {
  const words = new Set(
    Object.values(contract.operations).flatMap((operation) => operation.path.toLowerCase().split('/')),
  )
  const segments = path.split('/').map(decode)
  // The path of a base URL may precede the contract's own path; it is kept so that the operation can be found again.
  const start = segments.findIndex((segment) => segment !== '' && words.has(segment.toLowerCase()))
  return segments
    .map((segment, index) => {
      if (isGuid(segment)) return scrubber.pseudonyms(segment)
      if (segment === '' || words.has(segment.toLowerCase())) return segment
      const isWord = /^[A-Za-z][\w-]{0,31}$/.test(segment) && !scrubber.knows(segment)
      return isWord && (isNew || index < start) ? scrubber.pseudonyms(segment) : 'removed'
    })
    .join('/')
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
