import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeList } from './make-journal.ts'
import { compile, serve } from './run-program.ts'

const worker = fileURLToPath(new URL('../test/worker.ts', import.meta.url))

test('a full disk ends the run with a clear error, and the run resumes once there is space', async () => {
  const { url, child } = await serve(await compile('plain-server'), [])
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
  const file = join(folder, 'customers.csv')
  makeList(file, 60)
  const run = (limit: string) =>
    // The limit is in blocks of 512 or 1,024 bytes; the operating system itself refuses to write more.
    spawnSync(
      'sh',
      [
        '-c',
        `ulimit -f ${limit}; exec "$@"`,
        'sh',
        process.execPath,
        '--conditions=@partner-upgrades/source',
        worker,
        file,
        url,
      ],
      { encoding: 'utf8', env: { ...process.env, WORKER_NAME: 'w' } },
    )
  try {
    const full = run('16')
    expect(full.status).toBe(1)
    expect(full.stderr).toMatch(
      /StoreError: .*customers\.journal\.jsonl could not be used .*The disk is full: free some space, then run the same command again/,
    )
    expect(statSync(join(folder, 'customers.journal.jsonl')).size).toBeLessThanOrEqual(16_384)
    const roomy = run('unlimited')
    expect(roomy.stderr).toBe('')
    const results = readFileSync(join(folder, 'customers.results.jsonl'), 'utf8').trim().split('\n')
    expect(results.map((line) => JSON.parse(line).outcome)).toEqual(Array(60).fill('completed'))
  } finally {
    child.kill()
  }
})
