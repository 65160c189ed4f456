import { hash } from 'node:crypto'
import type { CustomerRow } from './to-customer.ts'

/** Remembers the rows of a list, to recognise those that come again; small, for there may be a hundred thousand. */
export interface RowKeys {
  /** Adds a row; or returns the line of the one that it repeats, and whether both say the same. */
  add(row: CustomerRow): { readonly line: number; readonly same: boolean } | undefined
}

/** Starts without rows. Rows are for one customer if they name the same tenant and product family, in any case. */
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
      // A row that leaves the name out contradicts nothing.
      const same = called === 0 || names[index] === 0 || names[index] === called
      return { line: lines[index] ?? 0, same }
    },
  }
}

/** 48 bits that stand for a name. */
function digest(name: string): number {
  return hash('sha256', name.trim(), 'buffer').readUIntBE(0, 6)
}
