import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { consoleBlocks, likeShown } from '../testing/console-blocks.ts'
import { setStage } from '../testing/partner-center.ts'

const shown = consoleBlocks(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))
const mockUrl = 'http://127.0.0.1:4010'

test('every command of the README prints what the README shows, to a terminal and in a pipe', async () => {
  const { url, cli } = await setStage()
  let status = 0

  async function type(command: string): Promise<string> {
    if (command === 'echo $?') return `${status}\n`
    // Whatever else they say: the stage is set, and its files are its own.
    if (/^(export|npx) |>>/.test(command)) return ''
    const [, line = '', pipe] = /^partner-upgrades (.*?)( \| cat)?$/.exec(command) ?? []
    expect(line, `${command} is a command of ours`).not.toBe('')
    const circumstances = pipe ? {} : { terminal: 80, typed: 'yes\n' }
    const { code, output } = await cli(line.split(' '), circumstances)
    status = code
    return stripVTControlCharacters(output).replaceAll('\r', '').replaceAll(url, mockUrl)
  }

  expect(shown.length).toBeGreaterThan(10)
  for (const { command, output } of shown) {
    expect([command, ...likeShown(await type(command), output)]).toEqual([command, ...output.split('\n')])
  }
})
