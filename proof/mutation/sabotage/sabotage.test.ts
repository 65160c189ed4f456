import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspace } from '@partner-upgrades/tools/workspace-copy'
import { expect, test } from 'vitest'
import { control, readCatalogue, sabotage } from './sabotage.ts'

const catalogue = readCatalogue()

test('the text of each sabotage of the catalogue occurs once in the code, and the sabotage changes it', () => {
  for (const each of [control, ...catalogue]) {
    const text = readFileSync(join(workspace, each.file), 'utf8')
    expect(sabotage(text, each), each.sentence).not.toBe(text)
  }
  expect(catalogue.length).toBeGreaterThan(20)
})

test('the text of the harmless change is gone after it, as that of each sabotage should be', () => {
  const changed = sabotage(readFileSync(join(workspace, control.file), 'utf8'), control)
  expect(() => sabotage(changed, control)).toThrow('0 times')
})

test('each sabotage has a unique sentence', () => {
  const sentences = catalogue.map(({ sentence }) => sentence)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test.for([
  ['nowhere', 0],
  ['a', 2],
])('a text that occurs not exactly once (%s: %i times) is rejected', ([from, times]) => {
  const entry = { sentence: 'It breaks', file: 'a.ts', from: String(from), to: 'b' }
  expect(() => sabotage('a = a', entry)).toThrow(`"It breaks": a.ts holds "${from}" ${times} times`)
})
