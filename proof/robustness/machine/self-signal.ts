// A preload module: makes a process signal itself between recording and sending a create. No other process can hit that moment.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** When processes signal themselves; passed to them as JSON in an environment variable. */
export interface SelfSignal {
  /** The interval in creates: 2 for every second create of a process. */
  readonly every: number
  /** The maximum number of signals of all processes together: SIGKILL twice, then SIGSTOP once, and so on. */
  readonly most: number
  /** Milliseconds from SIGSTOP to SIGCONT. */
  readonly pause: number
  /** The file to log each signal to. */
  readonly log: string
}

/** The environment variable with the settings. */
export const selfSignalVariable = 'SELF_SIGNAL'

const given = process.env[selfSignalVariable]
if (given) install(JSON.parse(given))

function install({ every, most, pause, log }: SelfSignal): void {
  const { fetch } = globalThis
  let creates = 0
  globalThis.fetch = (input, init) => {
    const isCreate = /\/productUpgrades$/i.test(String(input))
    if (isCreate && ++creates % every === 0) signal(readSignals(log).length)
    return fetch(input, init)
  }

  function signal(before: number): void {
    if (before >= most) return
    const stop = before % 3 === 2
    appendFileSync(log, stop ? 'stop\n' : 'kill\n')
    if (stop) {
      const wake = `sleep ${pause / 1_000}; kill -CONT ${process.pid}`
      spawn('sh', ['-c', wake], { detached: true, stdio: 'ignore' }).unref()
    }
    process.kill(process.pid, stop ? 'SIGSTOP' : 'SIGKILL')
  }
}

/** Returns the signals in a log, each `kill` or `stop`. */
export function readSignals(log: string): readonly string[] {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
}
