import { type Contract, essenceOf } from '@partner-upgrades/spec'
import type { HarField } from './har.ts'
import { removed, type Scrubber } from './scrub-text.ts'
import { scrubReference } from './scrub-url.ts'

const ownOfHttp = ['accept', 'allow', 'cache-control', 'content-length', 'date', 'retry-after', 'www-authenticate']
/** Headers that identify the caller, although the contract declares them. */
const tellWho = /application|agent|user|client|name|tenant/

/** The names, in lower case, of the headers whose values may be kept once they are scrubbed. */
export function keptHeaders({ operations }: Contract): ReadonlySet<string> {
  const declared = Object.values(operations).flatMap(({ parameters, responses }) => [
    ...parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name),
    ...Object.values(responses).flatMap(({ headers }) => headers.map(({ name }) => name)),
  ])
  const names = declared.map((name) => name.toLowerCase()).filter((name) => !tellWho.test(name))
  return new Set([...ownOfHttp, ...names])
}

/** Scrubs headers. */
export function scrubHeaders(
  headers: readonly HarField[],
  kept: ReadonlySet<string>,
  contract: Contract,
  scrubber: Scrubber,
): readonly HarField[] {
  return headers.flatMap(({ name, value }) => {
    if (!/^[\w-]{1,64}$/.test(name)) return []
    return [
      { name: scrubber.pseudonyms(name), value: scrubHeader(name.toLowerCase(), value, kept, contract, scrubber) },
    ]
  })
}

function scrubHeader(
  name: string,
  value: string,
  kept: ReadonlySet<string>,
  contract: Contract,
  scrubber: Scrubber,
): string {
  if (name === 'authorization') return `${/^(?:Bearer|Basic)(?= )/i.exec(value)?.[0] ?? ''} <token>`.trim()
  if (name === 'content-type') return scrubType(value)
  if (name === 'location') return scrubReference(value, contract, scrubber)
  if (kept.has(name)) return scrubber.header(value)
  return value === '' ? '' : removed
}

/** Scrubs a content type: keeps no parameters except the character set. */
export function scrubType(value: string): string {
  if (value === 'x-unknown') return value
  const essence = essenceOf(value)
  if (!/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(essence)) return value === '' ? '' : removed
  const charset = /;\s*charset="?([\w-]{1,20})"?/i.exec(value)?.[1]
  return charset === undefined ? essence : `${essence}; charset=${charset}`
}

/** Learns the values that will be removed. */
export function learnHeaders(headers: readonly HarField[], kept: ReadonlySet<string>, scrubber: Scrubber): void {
  for (const { name, value } of headers) {
    const lower = name.toLowerCase()
    if (lower === 'authorization') for (const part of value.split(/[\s,]+/).slice(1)) scrubber.learn(part)
    else if (/cookie/.test(lower)) {
      for (const part of value.split(/[;,]\s*/)) scrubber.learn(part.slice(part.indexOf('=') + 1))
    }
    // Ordinary values such as `keep-alive` are not secret, and may occur in any text.
    else if (/key|secret|token|auth|user|name|application|assertion/.test(lower) && !kept.has(lower))
      scrubber.learn(value)
  }
}
