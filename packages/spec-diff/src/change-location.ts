import type { Change } from './change.ts'
import { parseFieldPath } from './field-path.ts'

/** The location of a difference, in terms of messages. */
export interface ChangeLocation {
  /** Who notices the change. */
  readonly side: Change['side']
  /** The operation, with the part of its messages, such as "getProductUpgradeStatus 200". */
  readonly place: string
  /** The part that differs, such as "`lineItems[].status`". */
  readonly subject: string
  /** The kind of the subject. */
  readonly kind:
    | 'operation'
    | 'parameter'
    | 'header'
    | 'body'
    | 'status'
    | 'type'
    | 'server'
    | 'fault'
    | 'document'
    | 'schema'
  /** The rest of the path, starting with what differs in the subject; empty if the subject is added or removed as a whole. */
  readonly tail: readonly string[]
}

/** Looks up the original names, which the paths of differences contain in normalized form. */
export interface Names {
  /** Returns the display name of an operation. */
  readonly operation: (key: string) => string
  /** Returns the spelling of a parameter or header name. */
  readonly value: (...path: readonly string[]) => string
}

/** Locates a difference by its path. */
export function locateChange([room = '', key = '', ...path]: readonly string[], names: Names): ChangeLocation {
  if (room === 'faults')
    return { side: 'response', place: 'faults', subject: `fault ${key}`, kind: 'fault', tail: path }
  if (room !== 'operations')
    return { side: 'both', place: 'document', subject: 'the document', kind: 'document', tail: [key, ...path] }
  const operation = names.operation(key)
  const [part, name = '', ...rest] = path
  if (part === 'parameters' && path.length > 1) {
    const location = { side: 'request', place: `${operation} request` } as const
    const subject = `${name.split(' ')[0]} parameter \`${names.value(key, 'parameters', name)}\``
    return locateInContent({ ...location, subject, kind: 'parameter', tail: rest })
  }
  if (part === 'requestBody') {
    return locateInContent({
      side: 'request',
      place: `${operation} request`,
      subject: 'the body',
      kind: 'body',
      tail: path.slice(1),
    })
  }
  if (part === 'responses' && path.length > 1) return locateInResponse(operation, key, name, rest, names)
  if (part === 'servers' && path.length > 1) {
    return { side: 'request', place: operation, subject: `server \`${name}\``, kind: 'server', tail: rest }
  }
  if (part === 'security') {
    return { side: 'request', place: operation, subject: 'the credentials', kind: 'operation', tail: path }
  }
  return { side: 'both', place: operation, subject: `\`${operation}\``, kind: 'operation', tail: path }
}

function locateInResponse(
  operation: string,
  key: string,
  status: string,
  path: readonly string[],
  names: Names,
): ChangeLocation {
  const location = { side: 'response', place: `${operation} ${status}` } as const
  const [part, name = '', ...rest] = path
  if (part === 'headers' && path.length > 1) {
    const subject = `header \`${names.value(key, 'responses', status, 'headers', name)}\``
    return locateInContent({ ...location, subject, kind: 'header', tail: rest })
  }
  if (part === 'content') return locateInContent({ ...location, subject: 'the body', kind: 'body', tail: path })
  return { ...location, place: operation, subject: `status ${status}`, kind: 'status', tail: path }
}

/** Descends into the content of a message, and into its schema. */
function locateInContent(location: ChangeLocation): ChangeLocation {
  const [part, name, ...rest] = location.tail
  if (part === 'schema') return { ...location, ...locateInSchema(location, location.tail.slice(1)) }
  if (part !== 'content' || name === undefined) return location
  if (rest[0] === 'schema') return { ...location, ...locateInSchema(location, rest.slice(1)) }
  return { ...location, subject: `\`${name}\``, kind: 'type', tail: rest }
}

function locateInSchema(
  { subject, kind }: ChangeLocation,
  path: readonly string[],
): Pick<ChangeLocation, 'subject' | 'kind' | 'tail'> {
  const { field, tail } = parseFieldPath(path)
  const whole = kind === 'body' ? `\`${field.replace(/^\./, '')}\`` : `${subject}, \`${field.replace(/^\./, '')}\``
  return { subject: field === '' ? subject : whole, kind: 'schema', tail }
}
