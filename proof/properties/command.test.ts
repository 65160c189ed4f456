import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { runCommand } from './command.ts'

async function run(...words: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = []
  return { code: await runCommand(words, (line) => lines.push(line)), lines }
}

test('seed and count can be chosen, and the same seed gives the same cases', async () => {
  const [first, second] = [await run('--seed', '7', '--count', '50'), await run('--seed', '7', '--count', '50')]
  expect(first.code).toBe(0)
  expect(first.lines[0]).toBe('seed 7, 50 cases each')
  expect(first.lines.filter((line) => line.endsWith('no disagreement'))).toHaveLength(
    2 * Object.keys(contract.operations).length,
  )
  expect(second.lines).toEqual(first.lines)
})

test.for([
  ['--count', 'many'],
  ['--seed', '1.5'],
  ['--seeds', '1'],
])('%s %s is rejected in one line', async ([flag = '', value = '']) => {
  const { code, lines } = await run(flag, value)
  expect(code).toBe(2)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(flag)
})
