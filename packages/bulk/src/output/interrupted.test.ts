import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, onTestFinished, test } from 'vitest'

const program = fileURLToPath(new URL('../../test/watched-run.ts', import.meta.url))
const others = ['customers.dry-run.results.csv', 'customers.dry-run.results.jsonl', 'customers.dry-run.report.html']
const audit = 'customers.dry-run.audit.jsonl'
const before = 'of an earlier run'

/** Creates a folder with a list and the results of an earlier run. */
function setFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'interrupted-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const list = join(folder, 'customers.csv')
  writeFileSync(list, `customerId\n${guidOf(0)}\n`)
  for (const name of [...others, audit]) writeFileSync(join(folder, name), before)
  const run = (nth = 0) =>
    spawnSync(process.execPath, ['--conditions=@partner-upgrades/source', program, list, String(nth)], {
      encoding: 'utf8',
    })
  const temporaryFiles = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.'))
  return { folder, run, temporaryFiles }
}

/** Checks that results are complete, as far as a reader can tell: there is an audit file, and the other files are those it names. */
function look(folder: string): 'none' | 'the old ones' | 'the new ones' {
  const hashes = others.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  )
  if (!existsSync(join(folder, audit))) return 'none'
  const text = readFileSync(join(folder, audit), 'utf8')
  if (text === before) {
    for (const name of others) expect(readFileSync(join(folder, name), 'utf8')).toBe(before)
    return 'the old ones'
  }
  const lines = text.trimEnd().split('\n')
  const records = lines.map((line) => JSON.parse(line)).filter(({ record }) => record === 'file')
  expect(records.map(({ record, name, sha256 }) => ({ record, name, sha256 }))).toEqual(
    others.map((name, index) => ({ record: 'file', name, sha256: hashes[index] })),
  )
  return 'the new ones'
}

test.for([
  [1, 'the old ones'],
  [2, 'none'],
  [3, 'none'],
  [4, 'none'],
  [5, 'none'],
] as const)('a run that is killed before change %i of the folder leaves complete results: %s', ([nth, whole]) => {
  const { folder, run, temporaryFiles } = setFolder()
  expect(run(nth).signal).toBe('SIGKILL')
  expect(look(folder)).toBe(whole)
  expect(temporaryFiles().length).toBeGreaterThan(0)
  expect(run().stderr).toBe('')
  expect(look(folder)).toBe('the new ones')
  expect(temporaryFiles()).toEqual([])
})

test('results survive a power cut in the order of their renames', () => {
  const { folder, run } = setFolder()
  const synced = (name: string) => `sync .${name}`
  const said = run()
    .stdout.trimEnd()
    .split('\n')
    .map((line) => line.replace(/\.[\da-f-]+\.tmp$/, '').replace(folder.replace(/^.*\//, ''), 'folder'))
  const end = said.slice(said.indexOf(synced(others[0] ?? '')))
  expect(end.filter((line) => !line.includes('journal'))).toEqual([
    ...[...others, audit].map(synced),
    `remove ${audit}`,
    'sync folder',
    ...others.map((name) => `replace ${name}`),
    'sync folder',
    `replace ${audit}`,
    'sync folder',
  ])
})
