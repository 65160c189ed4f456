import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import { isArray, isObject, type Json } from '../grammar/json.ts'
import { parseJsonNumber } from '../runtime/json-numbers.ts'
import { type Location, pathOf } from './source-file.ts'

/** Returns an example as JSON with its numbers as written; undefined unless one has more digits than a JavaScript number can hold. */
export function exactJson(at: Location, value: Json): string | undefined {
  if (!mayLoseDigits(value)) return undefined
  const { file } = at
  const text = toExactText(file.nodeAt(pathOf(at)), file.document())
  return text === JSON.stringify(value) ? undefined : text
}

/** A quick check that rules out nearly every value. */
function mayLoseDigits(value: Json): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value)
  if (isArray(value)) return value.some(mayLoseDigits)
  return isObject(value) && Object.values(value).some(mayLoseDigits)
}

function toExactText(node: unknown, document: Document): string {
  if (isAlias(node)) return toExactText(node.resolve(document), document)
  if (isSeq(node)) return `[${node.items.map((item) => toExactText(item, document)).join(',')}]`
  if (isMap(node)) {
    const members = node.items.map(({ key, value }) => {
      return `${JSON.stringify(String(isScalar(key) ? key.value : key))}:${toExactText(value, document)}`
    })
    return `{${members.join(',')}}`
  }
  return isScalar(node) ? scalarText(node) : 'null'
}

function scalarText({ value, source }: Node & { value: unknown; source?: string }): string {
  const isExact = source === undefined || sameNumber(source, String(value))
  return isExact ? JSON.stringify(value) : source
}

/**
 * Whether two texts of about the same number are equal to the last digit, which a comparison of their digits decides. Anything but a
 * JSON number is left to the parser that read it.
 */
function sameNumber(a: string, b: string): boolean {
  return parseJsonNumber(a) === undefined || digitsOf(a) === digitsOf(b)
}

/** Returns the digits of a number, without leading and trailing zeros. */
function digitsOf(text: string): string {
  const [mantissa = ''] = text.toLowerCase().split('e')
  return trimZeros(mantissa.replace(/^[-0.]+/, '').replace('.', ''))
}

function trimZeros(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}
