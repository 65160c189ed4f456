import { isObject, type JsonObject } from './json.ts'

/** The kinds of values that are serialized differently: a scalar, a list, and an object. */
export const valueKinds = ['value', 'list', 'object'] as const

/** A kind of value. */
export type ValueKind = (typeof valueKinds)[number]

/** The serialization of a parameter, for each kind of value that it may have: an example, or a media type. */
export type Written = Readonly<Partial<Record<ValueKind, string>>>

/** The examples of a style, following RFC 6570 and the Parameter Object: not exploded, then exploded. */
type Examples = Readonly<Record<ValueKind, readonly [whole: string, exploded: string]>>

function examplesOf(name: string, style: string): Examples {
  const value = `${name}=1`
  const form: Examples = {
    value: [value, value],
    list: [`${name}=1,2`, `${name}=1&${name}=2`],
    object: [`${name}=a,1,b,2`, 'a=1&b=2'],
  }
  switch (style) {
    case 'simple':
      return { value: ['1', '1'], list: ['1,2', '1,2'], object: ['a,1,b,2', 'a=1,b=2'] }
    case 'label':
      return { value: ['.1', '.1'], list: ['.1,2', '.1.2'], object: ['.a,1,b,2', '.a=1.b=2'] }
    case 'matrix':
      return {
        value: [`;${value}`, `;${value}`],
        list: [`;${name}=1,2`, `;${name}=1;${name}=2`],
        object: [`;${name}=a,1,b,2`, ';a=1;b=2'],
      }
    case 'spaceDelimited':
      return delimited(form, '%20')
    case 'pipeDelimited':
      return delimited(form, '%7C')
    case 'deepObject':
      return { ...form, object: [`${name}[a]=1&${name}[b]=2`, `${name}[a]=1&${name}[b]=2`] }
    default:
      return form
  }
}

function delimited(form: Examples, by: string): Examples {
  const joined = (text: string): string => text.replaceAll(',', by)
  return {
    value: form.value,
    list: [joined(form.list[0]), form.list[1]],
    object: [joined(form.object[0]), form.object[1]],
  }
}

/**
 * Returns the serialization of a parameter or header: `style` and `explode` matter only as far as its possible values differ by them, and
 * one with `content` is serialized as that media type.
 */
export function writtenAs({ style, explode, content, ...parameter }: JsonObject, kinds: readonly ValueKind[]): Written {
  const [mediaType] = isObject(content) ? Object.keys(content) : []
  const byPlace = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple'
  const used = typeof style === 'string' ? style : byPlace
  const exploded = typeof explode === 'boolean' ? explode : used === 'form'
  const examples = examplesOf(String(parameter.name), used)
  const entries = kinds.map((kind) => [kind, mediaType ?? examples[kind][exploded ? 1 : 0]])
  return Object.fromEntries(entries)
}
