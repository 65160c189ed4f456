import { WriteStream } from 'node:tty'
import yoctoSpinner from 'yocto-spinner'
import { toDuration } from '../duration.ts'
import type { Host } from '../host.ts'
import type { Reporter } from './report.ts'

/** A line at the bottom of a terminal that says what is under way, and for how long. What is written meanwhile appears above it. */
export function createLiveLine({ stdout, env }: Host): Pick<Reporter, 'wait' | 'rest'> {
  // Where nothing can be redrawn, each state would be a line of its own.
  const redraws = stdout instanceof WriteStream && env.CI === undefined && env.TERM !== 'dumb'
  if (!redraws) return { wait: () => {}, rest: () => {} }
  // Ctrl-C is for the program to handle.
  const spinner = yoctoSpinner({ stream: stdout, handleSignals: false })
  let shown = ''
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const refresh = (): void => {
    const seconds = Math.floor((Date.now() - since) / 1_000)
    spinner.text = seconds > 0 ? `${shown}, ${toDuration(seconds * 1_000)}` : shown
  }
  return {
    wait(text) {
      if (text === shown) return
      shown = text
      since = Date.now()
      refresh()
      spinner.start()
      timer ??= setInterval(refresh, 1_000)
    },
    rest() {
      clearInterval(timer)
      timer = undefined
      shown = ''
      spinner.stop()
    },
  }
}
