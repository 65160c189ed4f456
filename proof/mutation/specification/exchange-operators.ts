import { isScalar, isSeq, parseDocument, visit } from 'yaml'
import { changedValue } from './changed-value.ts'

/** A change to the text of an exchange, whose bodies are verbatim. */
export interface TextChange {
  readonly operator: string
  readonly where: string
  readonly text: string
}

/** Mutates the file of an exchange: every value printed in the documentation, and the names in its bodies. */
export function* mutateExchange(source: string): Generator<TextChange> {
  const found: { operator: string; where: string; from: number; to: number; by: string }[] = []
  visit(parseDocument(source), {
    Pair: (_, pair, ancestors) => {
      const nodes: readonly unknown[] = [...ancestors, pair]
      const path = nodes.flatMap((node, index) =>
        isSeq(node) ? numberOfItem(node.items, nodes[index + 1]) : nameOfPair(node),
      )
      const [part, second] = path
      if ((part !== 'request' && part !== 'response') || path.includes('omitted') || path.includes('summary')) return
      if (path.includes('malformed')) return
      const where = path.join(' ')
      if (isScalar(pair.value) && pair.value.range && pair.value.type !== 'BLOCK_LITERAL') {
        const { range, value } = pair.value
        const operator = second === 'body' ? 'exchange: change a value of a body' : 'exchange: change what is printed'
        const by = String(changedValue(value))
        const [from, to] = range
        found.push({ operator, where, from, to, by: source[from] === '"' ? JSON.stringify(by) : by })
      }
      if (second === 'body' && path.length > 3 && isScalar(pair.key) && pair.key.range) {
        const [from, to] = pair.key.range
        found.push({
          operator: 'exchange: rename a property of a body',
          where,
          from,
          to,
          by: JSON.stringify(`${pair.key.value}Renamed`),
        })
      }
      if (second === 'headers' && path.length === 3 && isScalar(pair.key) && pair.key.range && isScalar(pair.value)) {
        const from = source.lastIndexOf('\n', pair.key.range[0]) + 1
        const to = source.indexOf('\n', pair.value.range?.[1] ?? 0) + 1
        found.push({ operator: 'exchange: drop a header', where, from, to, by: '' })
      }
    },
  })
  for (const { operator, where, from, to, by } of found) {
    yield { operator, where, text: source.slice(0, from) + by + source.slice(to) }
  }
}

/** The number of the item, from the second one on. */
function numberOfItem(items: readonly unknown[], item: unknown): readonly string[] {
  const index = items.indexOf(item)
  return index > 0 ? [String(index + 1)] : []
}

function nameOfPair(node: unknown): readonly string[] {
  const key: unknown = typeof node === 'object' && node !== null && 'key' in node ? node.key : undefined
  return isScalar(key) ? [String(key.value)] : []
}
