import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { writeBrowser } from '../test/browser.ts'
import { consoleBlocks, likeShown } from '../test/console-blocks.ts'
import { answerDeviceLogin } from '../test/device-login.ts'
import { setStage } from '../test/partner-center.ts'

const shown = consoleBlocks(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))
const mockUrl = 'http://127.0.0.1:4010'

test('every command in the README prints what the README shows, on a terminal and in a pipe', async () => {
  answerDeviceLogin()
  const { url, cli, env: own } = await setStage()
  const folder = own.XDG_STATE_HOME ?? ''
  const env: Record<string, string> = { BROWSER: writeBrowser(folder) }
  const list = join(folder, 'customers.csv')
  writeFileSync(list, `customerId\n${[1, 2, 3].map(() => crypto.randomUUID()).join('\n')}\n`)
  let status = 0

  /** Does what a shell would, as far as the README needs it. */
  async function enter(command: string): Promise<string> {
    const [verb, ...words] = command.split(' ')
    if (command === 'echo $?') return `${status}\n`
    if (verb === 'unset') for (const name of words) env[name] = ''
    if (verb === 'export') Object.assign(env, Object.fromEntries(words.map((word) => word.split('='))))
    // The mock of this test listens at another address than that of the README.
    if (env.PARTNER_CENTER_BASE_URL) env.PARTNER_CENTER_BASE_URL = url
    if (verb === 'unset' || verb === 'export' || command === 'npx @partner-upgrades/mocks --port 4010 &') return ''
    const [, line = '', pipe] = /^partner-upgrades (.*?)( \| cat| >> ~\/\.bashrc)?$/.exec(command) ?? []
    expect(line, `${command} is a command of ours`).not.toBe('')
    // It bypasses the output of this test; the completion proof runs it in a real terminal.
    if (line.startsWith('complete ')) return ''
    const { code, output } = await cli(line.replace(/customers\./, `${folder}/customers.`).split(' '), {
      env,
      ...(pipe ? {} : { terminal: 80, typed: 'yes\n' }),
    })
    status = code
    return stripVTControlCharacters(output)
      .replaceAll('\r', '')
      .replaceAll(url, mockUrl)
      .replaceAll(`${folder}/customers.`, 'customers.')
  }

  expect(shown.length).toBeGreaterThan(20)
  for (const { command, output } of shown) {
    expect([command, ...likeShown(await enter(command), output)]).toEqual([command, ...output.split('\n')])
  }
})
