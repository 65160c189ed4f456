import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Found } from './expression.ts'
import { findInCode } from './find-in-code.ts'
import { findInData } from './find-in-data.ts'

const code = /\.[cm]?[jt]sx?$/
const data = /\.(ya?ml|json)$/
// Tests only match text that they wrote themselves.
const leftOut = /\.(test|proof|test-d|spec)\.[cm]?[jt]sx?$|(^|\/)package-lock\.json$/

/** Finds all regular expressions below `root`, except those in tests. */
export function findAll(root: string): Found {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\n')
  const wanted = [...new Set(files)].filter((file) => !leftOut.test(file) && existsSync(join(root, file)))
  const found = wanted.flatMap((file) => {
    const find = code.test(file) ? findInCode : data.test(file) ? findInData : undefined
    return find === undefined ? [] : [find(file, readFileSync(join(root, file), 'utf8'))]
  })
  return {
    expressions: found.flatMap(({ expressions }) => expressions),
    atRuntime: found.flatMap(({ atRuntime }) => atRuntime),
  }
}
