import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults } from '@partner-upgrades/mocks/core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../test/partner-center.ts'
import type { DiskEvent } from '../../test/record-disk.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const refused = '58e2af4f-0ad3-4688-8744-be2357cd939a'

interface Recording {
  readonly events: readonly DiskEvent[]
  /** The mode of everything that the program created in its folder, by path. */
  readonly modes: Readonly<Record<string, string>>
}

/** Runs a program with umask 0, so that its files are public unless it restricts them itself. */
async function record(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Recording> {
  const log = mkdtempSync(join(tmpdir(), 'disk-'))
  onTestFinished(() => rmSync(log, { recursive: true }))
  const preload = fileOf('../../test/record-disk.ts')
  const node = [process.execPath, '--conditions=@partner-upgrades/source', '--import', preload, ...args]
  const child = spawn('sh', ['-c', 'umask 0; exec "$0" "$@"', ...node], {
    env: { PATH: process.env.PATH, ...env, DISK_LOG: join(log, 'events') },
    stdio: 'ignore',
  })
  await once(child, 'close')
  const events = readFileSync(join(log, 'events'), 'utf8').trim().split('\n')
  const paths = globSync('**', { cwd: folder, exclude: ['list/customers.csv'] }).filter(
    (path) => !['', '.'].includes(path),
  )
  const modeOf = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8)
  return {
    events: events.map((line): DiskEvent => JSON.parse(line)),
    modes: Object.fromEntries(paths.map((path) => [path, modeOf(path)])),
  }
}

/** What a power cut would lose after these events: content that was not flushed, and names whose folders were not. */
function atRisk(events: readonly DiskEvent[]): readonly string[] {
  const texts = new Set<string>()
  const names = new Set<string>()
  for (const { is, path, to } of events) {
    if (is === 'made') names.add(path)
    if (is === 'wrote') texts.add(path)
    if (is === 'flushed') {
      texts.delete(path)
      for (const name of names) if (dirname(name) === path) names.delete(name)
    }
    if (is === 'renamed' && to !== undefined) {
      names.delete(path)
      names.add(to)
      if (texts.delete(path)) texts.add(to)
    }
  }
  return [...texts, ...[...names].map((name) => `the name of ${name}`)]
}

/** Files that were renamed before their content was on the disk. */
function namedTooEarly(events: readonly DiskEvent[]): readonly string[] {
  return events.flatMap(({ is, path, to = '' }, index) =>
    is === 'renamed' && atRisk(events.slice(0, index)).includes(path) ? [to] : [],
  )
}

// The content of a lock is of no use after a power cut.
const isLock = ({ path }: DiskEvent): boolean => /lock/.test(path)

async function setUp() {
  const { env, mock } = await setStage()
  // The create of the list is refused, so that the list ends at once.
  mock.inject(faults.fault('900130'), { operation: 'createProductUpgrade', customerId: refused, every: 1 })
  const folder = mkdtempSync(join(tmpdir(), 'list-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'list'), { mode: 0o700 })
  const list = join(folder, 'list', 'customers.csv')
  writeFileSync(list, `customerId\n${refused}\n`)
  return { mock, folder, list, env: { ...env, XDG_STATE_HOME: join(folder, 'state') } }
}

describe.skipIf(process.platform !== 'linux')('on the real disk', () => {
  test.for(['bulk', 'ensure', 'create'])(
    '%s flushes the record of a create before sending it, and its files are private',
    async (name) => {
      const { folder, list, env, mock } = await setUp()
      const subject = name === 'bulk' ? list : customerId
      const { events, modes } = await record(folder, [fileOf('../main.ts'), name, subject, '--yes', '--json'], env)
      const kept = events.filter((event) => !isLock(event))
      const sent = kept.findIndex(({ is, path }) => is === 'sent' && path === '/v1/productUpgrades')
      const before = kept.slice(0, sent)
      expect(createsOf(mock)).toBe(1)
      expect(before.filter(({ is }) => is === 'flushed').length).toBeGreaterThan(1)
      expect(atRisk(before)).toEqual([])
      expect(namedTooEarly(kept)).toEqual([])
      const open = Object.entries(modes).filter(([, mode]) => mode !== '600' && mode !== '700')
      expect(open).toEqual([])
      expect(Object.keys(modes).length).toBeGreaterThan(3)
    },
  )

  test('a refresh token is flushed before the store counts as written, and is private', async () => {
    const { folder, env } = await setUp()
    const program = join(folder, 'store.mjs')
    const store = join(folder, 'state', 'tokens.json')
    writeFileSync(
      program,
      `import { createFileStore } from ${JSON.stringify(import.meta.resolve('@partner-upgrades/credentials'))}
       await createFileStore(${JSON.stringify(store)}).compareAndSet('partner', undefined, 'secret')`,
    )
    const { events, modes } = await record(folder, [program], env)
    const kept = events.filter((event) => !isLock(event))
    expect(kept.at(-1)).toMatchObject({ is: 'flushed', path: dirname(store) })
    expect(atRisk(kept)).toEqual([])
    expect(namedTooEarly(kept)).toEqual([])
    expect(modes).toMatchObject({ state: '700', 'state/tokens.json': '600' })
  })
})
