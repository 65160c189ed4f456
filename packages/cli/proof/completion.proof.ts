// Tab completion in the real shells.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPartnerCenter } from './partner-center.ts'
import { openTerminal, type Shell } from './terminal.ts'

/** The commands that load the completion script in each shell. */
const setUps: Readonly<Record<Shell, (script: string) => readonly string[]>> = {
  bash: (script) => ['. /usr/share/bash-completion/bash_completion', `. ${script}`],
  zsh: (script) => ['autoload -Uz compinit', 'compinit -u -D', `. ${script}`],
  fish: (script) => [`source ${script}`],
}

test.for(['bash', 'zsh', 'fish'] as const)('%s completes commands, options and fault codes', async (shell, context) => {
  const { env } = await openPartnerCenter(context.onTestFinished)
  const home = env.XDG_STATE_HOME ?? ''
  const terminal = await openTerminal(shell, 120, home, env)
  context.onTestFinished(terminal.close)
  const script = join(home, 'script')
  writeFileSync(script, '')
  await terminal.enter(`partner-upgrades complete ${shell} > ${script}`)
  for (const line of setUps[shell](script)) await terminal.enter(line)

  for (const [typed, completed] of [
    ['partner-upgrades elig', /partner-upgrades eligibility/],
    ['partner-upgrades upgrade --inter', /partner-upgrades upgrade --interval/],
    ['partner-upgrades fleet can', /partner-upgrades fleet cancel/],
    ['partner-upgrades explain 90042', /90042[01](.|\n)*90042[01]/],
  ] as const) {
    await terminal.type('C-u', 'C-l')
    await terminal.see(/^\$$/)
    await terminal.type('-l', typed)
    await terminal.type('Tab')
    if (typed.includes('explain')) await terminal.type('Tab')
    expect(await terminal.see(completed)).toMatch(completed)
  }
})
