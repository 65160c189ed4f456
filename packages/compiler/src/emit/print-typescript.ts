import { codeText } from '../read/printable.ts'

const width = 120

/** Values that have their own constant, with its name. */
export type Constants = ReadonlyMap<unknown, string>

/** Prints a value as a formatted TypeScript literal: on one line if it fits, else with one member per line. */
export function print(value: unknown, constants: Constants = new Map(), indent = '', prefix = 0): string {
  if (typeof value === 'string') return printText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const code = codeText(value)
  if (code !== undefined) return code
  const inner = `${indent}  `
  const item = (member: unknown, before = 0): string => constants.get(member) ?? print(member, constants, inner, before)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const members = Array.isArray(value)
    ? value.map((member) => item(member))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => {
          const name = printKey(key)
          const text = item(member, name.length + 2)
          return codeText(member) === name ? name : `${name}: ${text}`
        })
  if (members.length === 0) return open + close
  const space = Array.isArray(value) ? '' : ' '
  const line = open + space + members.join(', ') + space + close
  if (!line.includes('\n') && indent.length + prefix + line.length < width) return line
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`
}

export function printKey(key: string): string {
  // A literal `__proto__` sets the prototype; a computed one is a key like any other.
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : printText(key)
}

/** Prints a string literal. Text of several lines becomes a template, so that it stays readable. */
export function printText(text: string): string {
  if (text.includes('\n') && !/[\r\u2028\u2029]/.test(text)) {
    return `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``
  }
  const quoted = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${quoted}'`
}

/** Prints a union of literal types, or `never` if there are none. */
export function printUnion(values: readonly string[]): string {
  return values.length === 0 ? 'never' : values.map(printText).join(' | ')
}
