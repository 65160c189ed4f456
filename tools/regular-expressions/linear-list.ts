import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, 'linear.txt')
const head =
  '# Expressions known to take linear time, so that they are not judged again. Written by npm run regexps:list.'

/** Reads the expressions known to take linear time, as literals of JavaScript. */
export function readLinearList(): ReadonlySet<string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Set(lines.filter((line) => line.startsWith('/')))
}

/** Replaces the list by these expressions. */
export function writeLinearList(expressions: Iterable<string>): void {
  writeFileSync(file, `${[head, ...[...new Set(expressions)].sort()].join('\n')}\n`)
}
