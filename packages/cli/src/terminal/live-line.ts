import { WriteStream } from 'node:tty'
import yoctoSpinner from 'yocto-spinner'
import type { Host } from '../process/host.ts'
import { toDuration } from './duration.ts'
import { printable } from './printable.ts'
import type { Reporter } from './report.ts'

/** Creates the line at the bottom of a terminal that shows what is in progress, and for how long. Everything else is printed above it. */
export function createLiveLine({ stdout, env }: Host): Pick<Reporter, 'progress' | 'clearProgress'> {
  // Where a line cannot be redrawn, each update would add one.
  const redraws = stdout instanceof WriteStream && env.CI === undefined && env.TERM !== 'dumb'
  if (!redraws) return { progress: () => {}, clearProgress: () => {} }
  // The program handles Ctrl-C itself.
  const spinner = yoctoSpinner({ stream: stdout, handleSignals: false })
  let shown = ''
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const refresh = (): void => {
    const seconds = Math.floor((Date.now() - since) / 1_000)
    spinner.text = printable(seconds > 0 ? `${shown}, ${toDuration(seconds * 1_000)}` : shown)
  }
  return {
    progress(text) {
      if (text === shown) return
      shown = text
      since = Date.now()
      refresh()
      spinner.start()
      timer ??= setInterval(refresh, 1_000)
    },
    clearProgress() {
      clearInterval(timer)
      timer = undefined
      shown = ''
      spinner.stop()
    },
  }
}
