import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { usePartnerCenter } from '@partner-upgrades/mocks/testing'
import { vi } from 'vitest'
import { messageOf, type Symptoms } from './symptoms.ts'

const run = promisify(execFile)
const workspace = join(import.meta.dirname, '../..')

/** Returns the messages with which a test fails whose code sends a request that the mock rejects or does not know. */
async function testThatSends(url: string, init: RequestInit = {}): Promise<string> {
  const hooks: (() => unknown)[] = []
  const later: (() => unknown)[] = []
  usePartnerCenter({
    beforeAll: (hook) => void hooks.push(hook),
    beforeEach: (hook) => void hooks.push(hook),
    afterEach: (hook) => void later.unshift(hook),
    afterAll: (hook) => void later.push(hook),
  })
  for (const hook of hooks) await hook()
  await fetch(url, init).catch(() => undefined)
  const told: string[] = []
  for (const hook of later) told.push(await messageOf(hook))
  return told.join('\n')
}

/** Returns the warning of a program that waits for a clock which nobody advances. */
async function standStill(): Promise<string> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  try {
    const { clock } = createPartnerCenterMock()
    clock.sleep(57_000).catch(() => undefined)
    await vi.waitFor(() => {
      if (warn.mock.calls.length === 0) throw new Error('No warning yet.')
    }, 30_000)
    return warn.mock.calls.flat().join('\n')
  } finally {
    warn.mockRestore()
  }
}

/** Returns the errors of TypeScript 6 for a program that imports the client, with old settings. */
async function compileAsNode10(): Promise<string> {
  const folder = join(import.meta.dirname, '../reports/troubleshooting')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, 'program.ts'), "export { isFault } from '@partner-upgrades/client'\n")
    const compilerOptions = {
      module: 'commonjs',
      moduleResolution: 'node10',
      ignoreDeprecations: '6.0',
      noEmit: true,
      types: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
    const tsc = join(workspace, 'node_modules/typescript/bin/tsc6')
    const { stdout } = await run(process.execPath, [tsc, '--pretty', 'false', '-p', folder]).catch(
      (error: { stdout: string }) => error,
    )
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The messages with which tests with the mocks fail or do not even start. */
export const mockTests: Symptoms = {
  '@partner-upgrades/mocks: code has been waiting for a second for a clock that stands still at …. Advance it (clock.advance(…) ends the wait), or create the mock with clock: createClock({ auto: true }).':
    standStill,
  "POST /v1/productUpgrades was rejected: The request is invalid: body must have required property 'productFamily'.":
    () =>
      testThatSends('https://api.partnercenter.microsoft.com/v1/productUpgrades', {
        method: 'POST',
        headers: { Authorization: 'Bearer a-token', 'Content-Type': 'application/json' },
        body: JSON.stringify({ customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969' }),
      }),
  'GET https://graph.microsoft.com/v1.0/me is outside the contract, and no other handler answers it': () =>
    testThatSends('https://graph.microsoft.com/v1.0/me'),
  'Unknown fault "…". Use one of: …': () => messageOf(() => createPartnerCenterMock().inject(faults.fault('900000'))),
  "error TS2307: Cannot find module '@partner-upgrades/client' or its corresponding type declarations.":
    compileAsNode10,
}
