import { isMap, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml'
import { literalParts } from './constant-text.ts'
import type { Expression, Found } from './expression.ts'

/** Keywords of JSON Schema and of Spectral rules whose value is an expression. */
const keeping = new Set(['pattern', 'match', 'notMatch'])

/** Finds all regular expressions in a file of YAML or JSON. */
export function findInData(file: string, text: string): Found {
  const lines = new LineCounter()
  const expressions: Expression[] = []
  const add = (source: string, flags: string, at: number): void => {
    expressions.push({ file, line: lines.linePos(at).line, source, flags })
  }
  for (const document of parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent' })) {
    visit(document, {
      Pair: (_, { key, value }) => {
        if (!isScalar(key)) return
        const at = key.range?.[0] ?? 0
        if (keeping.has(String(key.value)) && isScalar(value) && typeof value.value === 'string') {
          const isLiteral = /^\/.*\/[a-z]*$/s.test(value.value)
          const { source, flags } = isLiteral ? literalParts(value.value) : { source: value.value, flags: 'u' }
          add(source, flags, at)
        }
        if (key.value === 'patternProperties' && isMap(value)) {
          for (const { key: name } of value.items) if (isScalar(name)) add(String(name.value), 'u', at)
        }
      },
    })
  }
  return { expressions, atRuntime: [] }
}
