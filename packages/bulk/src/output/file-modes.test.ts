// The umask applies to the whole process, so this file is left out where tests run in threads.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAtomicFile } from './atomic-file-writer.ts'

test.for([0o000, 0o022, 0o077, 0o277, 0o777])(
  'under the umask %o, only the owner may read and write a file',
  async (umask) => {
    const path = join(mkdtempSync(join(tmpdir(), 'file modes-')), 'customers.results.csv')
    onTestFinished(() => rmSync(dirname(path), { recursive: true }))
    const before = process.umask(umask)
    try {
      const { write, finish, commit } = await openAtomicFile(path)
      await write('text')
      await finish()
      await commit()
    } finally {
      process.umask(before)
    }
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  },
)
