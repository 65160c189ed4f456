import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import type { Symptoms } from './symptoms.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, '../../packages/cli/src/main.ts')
const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** Runs the command line in an empty home without a terminal, and returns its output. */
async function printed(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'troubleshooting-'))
  try {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env
    const running = run(process.execPath, ['--conditions=@partner-upgrades/source', program, ...args], {
      cwd: home,
      env: { PATH, HOME: home, NO_COLOR: '1', ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), ...env },
    })
    running.child.stdin?.end()
    const { stdout, stderr } = await running.catch((error: { stdout: string; stderr: string }) => error)
    return stdout + stderr
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Runs the command line for a customer that cannot be upgraded. */
async function ofIneligibleCustomer(): Promise<string> {
  const customers = [{ id: customerId, condition: 'suspendedSubscriptions' }]
  const { url, close } = await startMockServer(createPartnerCenterMock({ customers }))
  try {
    return await printed(['upgrade', customerId, '--yes'], {
      PARTNER_CENTER_TOKEN: 'a-token',
      PARTNER_CENTER_BASE_URL: url,
    })
  } finally {
    await close()
  }
}

const token = { PARTNER_CENTER_TOKEN: 'a-token' }

/** The messages of the command line. */
export const commandLine: Symptoms = {
  'No credentials are set.': () => printed(['check']),
  'The customer "…" is not a GUID.': () => printed(['eligibility', 'contoso'], token),
  'Nothing was created: there is no terminal to confirm at.': () => printed(['upgrade', customerId], token),
  'Nothing was created: the customer cannot be upgraded.': ofIneligibleCustomer,
  'HTTPS_PROXY is not the address of an HTTP proxy.': () =>
    printed(['eligibility', customerId], { ...token, HTTPS_PROXY: 'socks5://127.0.0.1:1080' }),
  '… cannot be read (ENOENT: …).': () => printed(['report', 'customers.csv']),
  'No database is named.': () => printed(['fleet', 'status']),
  'No PostgreSQL answers at … (ECONNREFUSED).': () =>
    // Port 1 is reserved: nothing listens there.
    printed(['fleet', 'status', '--database', 'postgres://user:password@127.0.0.1:1/fleet']),
}
