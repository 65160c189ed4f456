import { openRows } from '@partner-upgrades/bulk'
import type { ListStatus } from '@partner-upgrades/fleet'
import { number } from '../bulk/counts.ts'

/** How many customers of a list are settled, in words. */
export function settledOf({ rows, open }: Pick<ListStatus, 'rows' | 'open'>): string {
  return `${number(rows - openRows(open))} of ${number(rows)} settled`
}

/** Finds a list by its name. */
export function findList(lists: readonly ListStatus[], name: string): ListStatus | undefined {
  return lists.find((list) => list.name === name)
}
