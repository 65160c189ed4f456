// Parses the text of parameters and headers. The compiler copies this file beside its output.
import { parseJsonNumber } from './json-numbers.ts'
import type { Parameter } from './model.ts'

/** How the text of a parameter or header is parsed. */
export type TextType = Pick<Parameter, 'type' | 'items'>

/**
 * Parses the text of a parameter or header: a list is split before its items are decoded, the reverse of RFC 6570, section 3.2.1.
 * Text that cannot be parsed is returned unchanged, for the schema to reject.
 *
 * @param text The text as sent.
 * @param decode Undoes the encoding of the parameter's location.
 */
export function parseParameterText(
  { type, items = 'string' }: TextType,
  text: string,
  decode: (text: string) => string,
): unknown {
  if (type !== 'array') return parseScalar(type, decode(text))
  return text === '' ? [] : text.split(',').map((item) => parseScalar(items, decode(item)))
}

/** Parses a header value. A list has optional whitespace and may have empty elements (RFC 9110, section 5.6.1). */
export function parseHeaderText({ type, items = 'string' }: TextType, text: string): unknown {
  if (type !== 'array') return parseScalar(type, text)
  const elements = text.split(',').map((element) => element.trim())
  return elements.filter((element) => element !== '').map((element) => parseScalar(items, element))
}

/** Parses a text that is not a list. */
export function parseScalar(type: Exclude<Parameter['type'], 'array'>, text: string): unknown {
  if (type === 'number' || type === 'integer') return parseJsonNumber(text) ?? text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** Decodes a segment of a path. A broken escape is kept, for the parameter's schema to reject. */
export function decodePathText(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Returns the values of a parameter in a query string without the question mark, still encoded. */
export function queryTexts(query: string, name: string): readonly string[] {
  if (query === '') return []
  return query.split('&').flatMap((pair) => {
    const equals = pair.indexOf('=')
    const [key, text] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    return pair !== '' && decodeQueryText(key) === name ? [text] : []
  })
}

/** Decodes a name or value of a query string, as in a form. */
export function decodeQueryText(text: string): string {
  if (!/[%+]/.test(text)) return text
  // The prefix preserves a leading byte order mark, which other decoders drop.
  return new URLSearchParams(`_=${text}`).get('_') ?? text
}

/** Parses the value of a query parameter; undefined if the query does not contain it. */
export function parseQueryText(parameter: TextType & Pick<Parameter, 'name' | 'explode'>, query: string): unknown {
  const texts = queryTexts(query, parameter.name)
  const [first] = texts
  if (first === undefined) return undefined
  const { type, items = 'string', explode } = parameter
  if (type === 'array' && explode === true) return texts.map((text) => parseScalar(items, decodeQueryText(text)))
  return parseParameterText(parameter, first, decodeQueryText)
}
