import type { ParsedRow } from './parsed-row.ts'

/** Creates a function that converts JSON values to rows: objects by their properties, and strings as customer IDs. */
export function createJsonRows(): (value: unknown, line: number) => ParsedRow {
  let latest: readonly string[] = []
  return (value, line) => {
    if (typeof value === 'string') return { line, columns: onlyId, cells: [value] }
    if (!isObject(value)) return { line, problem: 'not a JSON object' }
    // In Partner Center's API, the company's name and tenant are one level deeper.
    const flat = isObject(value.companyProfile) ? { ...value.companyProfile, ...value } : value
    const names = Object.keys(flat)
    if (names.length !== latest.length || names.some((name, index) => name !== latest[index])) latest = names
    return { line, columns: latest, cells: latest.map((name) => flat[name]) }
  }
}

const onlyId = ['customerId']

/** Whether a JSON value is an object other than an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Parses JSON; returns `undefined` if the text is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
