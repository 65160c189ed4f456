import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, 'linear.txt')
const head =
  '# Expressions that were found to take linear time, so that nobody has to wait for it again: npm run regexps:list'

/** The expressions that were judged before, as they are written in JavaScript. */
export function readLinearList(): ReadonlySet<string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Set(lines.filter((line) => line.startsWith('/')))
}

/** Keeps these and no others. */
export function writeLinearList(expressions: Iterable<string>): void {
  writeFileSync(file, `${[head, ...[...new Set(expressions)].sort()].join('\n')}\n`)
}
