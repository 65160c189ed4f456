import { execFileSync } from 'node:child_process'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { workspace } from './manifests.ts'

const loadBefore = load()

/** Describes when and on which machine, and for which commit, the figures were measured. */
export function describeRun(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const date = new Date().toISOString().slice(0, 10)
  return (
    `${date}, commit ${commit()}, Node ${process.version.slice(1)}, ${platform()} ${release()} ${arch()}, ` +
    `${cpus().length} × ${cpu?.model ?? 'an unknown processor'}, ${memory} GiB, ` +
    `load average ${loadBefore} at the start and ${load()} at the end. ` +
    'Read the ratios: the times are those of this machine on that day.'
  )
}

/** Returns the load average of the last minute. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}

function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'packages') === '' ? '' : ' with changes'
  return git('rev-parse', '--short', 'HEAD') + changed
}
