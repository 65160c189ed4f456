// Reads the text of parameters and headers. The compiler copies this file beside its output.
import { parseJsonNumber } from './json-numbers.ts'
import type { Parameter } from './model.ts'

/** How the text of a parameter or header becomes a value. */
export type TextType = Pick<Parameter, 'type' | 'items'>

/**
 * The value that the text of a parameter or header stands for: a list is split first and its items decoded then, as RFC 6570, section
 * 3.2.1, puts them together. What does not parse stays text, for the schema to refuse.
 *
 * @param text As it was sent.
 * @param decode Undoes what the place of the parameter does to a text.
 */
export function parseParameterText(
  { type, items = 'string' }: TextType,
  text: string,
  decode: (text: string) => string,
): unknown {
  if (type !== 'array') return parseScalar(type, decode(text))
  return text === '' ? [] : text.split(',').map((item) => parseScalar(items, decode(item)))
}

/** The value of a header. Its list has optional whitespace and may have empty elements (RFC 9110, section 5.6.1). */
export function parseHeaderText({ type, items = 'string' }: TextType, text: string): unknown {
  if (type !== 'array') return parseScalar(type, text)
  const elements = text.split(',').map((element) => element.trim())
  return elements.filter((element) => element !== '').map((element) => parseScalar(items, element))
}

/** The value of a text that is no list. */
export function parseScalar(type: Exclude<Parameter['type'], 'array'>, text: string): unknown {
  if (type === 'number' || type === 'integer') return parseJsonNumber(text) ?? text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** What a segment of a path stands for. A broken escape stays as it is: it is for the parameter's own schema to refuse. */
export function decodePathText(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The values of a query parameter in a query, as they were sent, without the question mark. */
export function queryTexts(query: string, name: string): readonly string[] {
  if (query === '') return []
  return query.split('&').flatMap((pair) => {
    const equals = pair.indexOf('=')
    const [key, text] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    return pair !== '' && decodeQueryText(key) === name ? [text] : []
  })
}

/** What a name or value of a query stands for, as in a form. */
export function decodeQueryText(text: string): string {
  if (!/[%+]/.test(text)) return text
  // A prefix keeps a mark at the start, which is dropped elsewhere.
  return new URLSearchParams(`_=${text}`).get('_') ?? text
}

/** The value of a query parameter; undefined if the query has none. */
export function parseQueryText(parameter: TextType & Pick<Parameter, 'name' | 'explode'>, query: string): unknown {
  const texts = queryTexts(query, parameter.name)
  const [first] = texts
  if (first === undefined) return undefined
  const { type, items = 'string', explode } = parameter
  if (type === 'array' && explode === true) return texts.map((text) => parseScalar(items, decodeQueryText(text)))
  return parseParameterText(parameter, first, decodeQueryText)
}
