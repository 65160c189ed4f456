import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { ContractMock } from '../contract/contract-mock.ts'
import type { PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { createMockOf, parseScenario } from '../scenario/scenario.ts'
import { type MockServer, startMockServer } from '../server/start-mock-server.ts'
import { steer } from '../steering/steering.ts'
import type { Clock } from '../time/clock.ts'
import { createRunningClock } from '../time/running-clock.ts'
import { type CliArguments, help, parseArguments } from './arguments.ts'
import { messageOf } from './message-of.ts'
import { readScenario } from './read-scenario.ts'
import { steerRunning } from './steer-running.ts'

/** Lower than the default in tests: the journal takes most of the memory of a long-running process. */
const journalLimit = 100

/** Where the command writes. */
export interface CliOutput {
  /** Writes a line to standard output. */
  readonly print: (line: string) => void
  /** Writes a line to standard error. */
  readonly complain: (line: string) => void
}

/**
 * Runs the command: starts a server and returns it, or returns undefined if there was only something to print.
 *
 * @throws MockUsageError if an argument or the scenario is wrong.
 */
export async function run(args: readonly string[], { print, complain }: CliOutput): Promise<MockServer | undefined> {
  if (args[0] !== undefined && !args[0].startsWith('-')) {
    print(await steerRunning(args))
    return undefined
  }
  const options = parseArguments(args)
  if (options.help) {
    print(help)
    return undefined
  }
  // A reloaded scenario keeps the time.
  const clock = createRunningClock()
  let mock = createMock(options, clock)
  // The server keeps its connections while the mock behind it changes.
  const current: ContractMock = {
    locate: (method, url) => mock.locate(method, url),
    locateAnywhere: (method, url) => mock.locateAnywhere(method, url),
    respond: (message) => mock.respond(message),
  }
  const server = await startMockServer(current, {
    port: options.port,
    host: options.host,
    adminState: () => mock.snapshot(),
    adminSteer: (request) => steer(mock, request),
    adminOrigins: options.adminOrigins,
    adminHosts: options.adminHosts,
    ...(options.admin !== undefined && { adminPath: options.admin }),
    ...(!options.quiet && { log: (line) => print(`${new Date().toISOString().slice(11, 19)} ${line}`) }),
  })
  const reload = (): void => {
    try {
      mock = createMock(options, clock)
      print(`Reloaded ${options.scenario}; the state was reset.`)
    } catch (error) {
      complain(`${options.scenario} has changed but cannot be loaded; the mock keeps its state.\n${messageOf(error)}`)
    }
  }
  const stopWatching = onChange(options.scenario, reload, (error) =>
    complain(`${options.scenario} cannot be watched for changes.\n${messageOf(error)}`),
  )
  print(`Mock Partner Center listening on ${server.url}`)
  return {
    url: server.url,
    close: () => {
      stopWatching()
      return server.close()
    },
  }
}

function createMock({ scenario, customers }: CliArguments, clock: Clock): PartnerCenterMock<Clock> {
  const options = scenario === undefined ? {} : parseScenario(readScenario(scenario))
  return createMockOf({ journalLimit, ...options, ...(customers !== undefined && { customers }) }, clock)
}

function onChange(file: string | undefined, run: () => void, fail: (error: unknown) => void): () => void {
  if (file === undefined) return () => {}
  let text = readIfThere(file)
  try {
    // Editors replace files, which only a watcher of the folder notices. One save may cause several events.
    const watcher = watch(dirname(file), (_, name) => {
      if (name !== basename(file)) return
      const now = readIfThere(file)
      if (now === undefined || now === text || now === '') return
      text = now
      run()
    })
    watcher.on('error', fail)
    return () => watcher.close()
  } catch (error) {
    // A machine can run out of watchers; the server works without one.
    fail(error)
    return () => {}
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readScenario(file)
  } catch {
    return undefined
  }
}
