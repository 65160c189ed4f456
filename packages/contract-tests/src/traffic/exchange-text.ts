import { isArray, isObject } from '@partner-upgrades/spec-diff/document'

/** A JSON text to be written into YAML unchanged. */
export interface Verbatim {
  /** The JSON text. */
  readonly json: string
}

/** A value that can be written: text, numbers, lists and mappings of them, and verbatim JSON; undefined members are left out. */
export type YamlValue =
  | string
  | number
  | undefined
  | Verbatim
  | readonly YamlValue[]
  | { readonly [name: string]: YamlValue }

/** Writes a mapping as YAML, in block style. */
export function toYaml(mapping: { readonly [name: string]: YamlValue }): string {
  return `${linesOf(mapping).join('\n')}\n`
}

function linesOf(value: YamlValue): readonly string[] {
  if (isVerbatim(value)) return value.json.split('\n')
  if (isArray(value)) {
    return value.flatMap((item: YamlValue) => linesOf(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`))
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, member]: [string, YamlValue]) => memberLines(name, member))
  }
  return [scalar(value ?? '')]
}

function memberLines(name: string, value: YamlValue): readonly string[] {
  if (value === undefined) return []
  const key = scalar(name)
  if (typeof value !== 'object') return [`${key}: ${scalar(value)}`]
  const lines = linesOf(value)
  if (lines.length === 0) return [`${key}: ${isArray(value) ? '[]' : '{}'}`]
  return [`${key}:`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))]
}

function isVerbatim(value: YamlValue): value is Verbatim {
  return isObject(value) && typeof value.json === 'string' && Object.keys(value).length === 1
}

/** Leaves plain words unquoted; quotes anything that could have a meaning in YAML as JSON, which is also YAML. */
function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const isPlain = /^[A-Za-z<](?:[\w ./<>;=,()-]|:(?! |$))*(?<! )$/.test(value)
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
  return isPlain && !isWord ? value : printable(JSON.stringify(value))
}

/** Escapes characters that are allowed in JSON but not in YAML. */
export function printable(json: string): string {
  return json.replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
