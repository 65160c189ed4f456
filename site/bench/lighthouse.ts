import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromiumFlags, chromiumPath } from '@partner-upgrades/tools/chromium'

const run = promisify(execFile)
const folder = join(import.meta.dirname, 'lighthouse')

/** Lighthouse's scores for a page. */
export interface Verdict {
  readonly version: string
  /** Scores from 0 to 100, by category. */
  readonly scores: Readonly<Record<string, number>>
}

/** Runs Lighthouse on an address with its phone emulation. Installs Lighthouse from its lock file first if necessary. */
export async function judge(address: string): Promise<Verdict> {
  if (!existsSync(join(folder, 'node_modules/.package-lock.json')))
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  const into = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  try {
    const file = join(into, 'report.json')
    // Lighthouse splits the flags at spaces outside quotes.
    const flags = ['--headless=new', ...chromiumFlags].map((flag) => flag.replace(/=(.*)/, "='$1'"))
    const main = join(folder, 'node_modules/lighthouse/cli/index.js')
    const output = ['--quiet', '--output=json', `--output-path=${file}`, '--no-enable-error-reporting']
    await run(process.execPath, [main, address, ...output, `--chrome-flags=${flags.join(' ')}`], {
      env: { ...process.env, CHROME_PATH: chromiumPath },
      timeout: 180_000,
    })
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const categories: readonly { title: string; score: number }[] = Object.values(report.categories)
    return {
      version: report.lighthouseVersion,
      scores: Object.fromEntries(categories.map(({ title, score }) => [title, Math.round(score * 100)])),
    }
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}
