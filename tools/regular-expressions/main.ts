// `npm run regexps:list [-- --anew]`: judges the regular expressions of the workspace, and lists those that take linear time.
import { join } from 'node:path'
import exceptions from './exceptions.json' with { type: 'json' }
import { literal } from './expression.ts'
import { findAll } from './find-all.ts'
import { isUnbounded, judge } from './judge.ts'
import { readLinearList, writeLinearList } from './linear-list.ts'

const known = process.argv.includes('--anew') ? new Set<string>() : readLinearList()
const linear = new Set<string>()
for (const expression of findAll(join(import.meta.dirname, '../..')).expressions) {
  const written = literal(expression)
  const { file, line, source } = expression
  const isExcepted = exceptions.superlinear.some((each) => each.file === file && each.expression === written)
  if (!isUnbounded(source) || linear.has(written) || isExcepted) continue
  const verdict = known.has(written) ? ({ linear: true } as const) : judge(expression)
  if (verdict.linear) linear.add(written)
  else {
    console.error(`${file}:${line}: ${written} takes more than linear time (${verdict.cost}): ${verdict.attack}`)
    process.exitCode = 1
  }
}
writeLinearList(linear)
console.log(`${linear.size} expressions take linear time.`)
