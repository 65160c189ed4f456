import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Mutation } from './mutation.ts'
import { openVerdictFile } from './verdict-file.ts'

const mutation = (where: string, text = 'a: 1'): Mutation => ({ operator: 'drop', where, file: 'x.yaml', text })

test('a run resumes where it was interrupted, except for mutations that have changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdicts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'deep', 'verdicts.jsonl')
  const all = [mutation('a'), mutation('b'), mutation('c'), mutation('d')] as const
  const first = openVerdictFile(file, all, true)
  expect(first.known).toEqual([])
  first.note({ mutation: all[0], killer: 'client', by: 'a test' })
  first.note({ mutation: all[1] })
  first.note({ mutation: all[2], killer: 'mocks' })
  expect(openVerdictFile(file, [all[0], all[1], mutation('c', 'a: 2'), all[3]], true).known).toEqual([
    { mutation: all[0], killer: 'client', by: 'a test' },
    { mutation: all[1] },
  ])
  expect(openVerdictFile(file, all, false).known).toEqual([])
  expect(openVerdictFile(file, all, true).known).toEqual([])
})
