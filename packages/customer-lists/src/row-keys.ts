import { hash } from 'node:crypto'
import type { CustomerRow } from './to-customer.ts'

/** Detects duplicate rows of a list; compact, because there may be a hundred thousand. */
export interface RowKeys {
  /** Adds a row. For a duplicate, returns the line of the first one instead, and whether their names agree. */
  add(row: CustomerRow): { readonly line: number; readonly same: boolean } | undefined
}

/** Creates an empty collection. Rows are duplicates if they have the same tenant and product family, in any case. */
export function createRowKeys(): RowKeys {
  const indexes = new Map<string, number>()
  const lines: number[] = []
  const names: number[] = []
  return {
    add({ line, customerId, productFamily, name }) {
      const family = productFamily.toLowerCase()
      const key = family === 'azure' ? customerId : `${customerId} ${family}`
      const index = indexes.get(key)
      const called = name === undefined ? 0 : digest(name)
      if (index === undefined) {
        indexes.set(key, lines.length)
        lines.push(line)
        names.push(called)
        return undefined
      }
      // A row without a name does not contradict another.
      const same = called === 0 || names[index] === 0 || names[index] === called
      return { line: lines[index] ?? 0, same }
    },
  }
}

/** A 48-bit hash of a name. */
function digest(name: string): number {
  return hash('sha256', name.trim(), 'buffer').readUIntBE(0, 6)
}
