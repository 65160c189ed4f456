import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs `partner-upgrades` as users do, in this terminal or pipe; resolves to its exit code. */
export function partnerUpgrades(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  // Run it from its sources: the walkthrough needs no build.
  const main = fileURLToPath(new URL('src/main.ts', import.meta.resolve('@partner-upgrades/cli/package.json')))
  const program = spawn(process.execPath, [...process.execArgv, main, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    program.on('error', reject)
    program.on('close', (code) => resolve(code ?? 1))
  })
}
