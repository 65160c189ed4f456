// Runs the same program in every runtime, with the client installed from its tarball. All network traffic stays on loopback, except for
// the installation of the runtimes.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Binary, installRuntimes, start, versionOf } from './binaries.ts'
import { bundle } from './bundle.ts'
import { runInChromium } from './chromium.ts'
import { type Consumer, createConsumer } from './consumer.ts'
import { checks } from './program/program.ts'
import { type Service, startService } from './service.ts'
import { runInWorkerd } from './workerd.ts'

const page = '<!doctype html><title>running</title><body><script type="module" src="/page.js"></script>'

let consumer: Consumer
let service: Service

beforeAll(async () => {
  const [made] = await Promise.all([createConsumer(), installRuntimes()])
  consumer = made
}, 300_000)
afterAll(() => consumer.remove())

describe('the program passes', () => {
  beforeEach(async () => {
    const { code } = await bundle(consumer.folder, 'program/page.ts')
    service = await startService(
      new Map([
        ['/', page],
        ['/page.js', code],
      ]),
    )
  })
  afterEach(() => service.close())

  /** Prints the result of a runtime, and expects all checks to have passed. */
  function expectAllPassed(text: string, runtime: string): void {
    console.log(text)
    expect(text).toBe(`${runtime}: ${checks.length} checks passed`)
    expect(service.strayed).toBe(0)
  }

  const program = 'program/command.ts'
  const deno = ['run', '--no-remote', '--allow-net=127.0.0.1', program]
  const commands: readonly (readonly [title: string, says: string, name: Binary, args: readonly string[]])[] = [
    ['Node 22', 'Node v', 'node22', [program]],
    ['Node 24', 'Node v', 'node24', [program]],
    ['Node 26', 'Node v', 'node26', [program]],
    ['Bun', 'Bun ', '@oven/bun-linux-x64', ['run', '--no-install', program]],
    ['Deno', 'Deno ', '@deno/linux-x64-glibc', deno],
  ]

  test.for(commands)('in %s', async ([, says, name, args]) => {
    expectAllPassed(await start(name, consumer.folder, ...args, service.url), says + (await versionOf(name)))
  })

  test('in workerd, bundled', async () => {
    const version = await versionOf('@cloudflare/workerd-linux-64')
    expectAllPassed(await runInWorkerd(consumer.folder, service.url), `workerd ${version}`)
  })

  test('in Chromium, bundled', async () => {
    const { text, version } = await runInChromium(service.url)
    expectAllPassed(text, `Chromium ${version}`)
  })
})

describe('built-in modules of Node', () => {
  test.for(['@partner-upgrades/client', 'program/page.ts', 'program/worker.ts'])('%s uses none', async (entry) => {
    expect((await bundle(consumer.folder, entry)).outside).toEqual([])
  })

  test('are detected where there are some', async () => {
    expect((await bundle(consumer.folder, 'program/command.ts')).outside).toEqual(['node:process'])
  })
})
