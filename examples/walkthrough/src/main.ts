// Takes one customer from a legacy Azure subscription to an Azure plan at the command line: with the mocks, or for real.
import { createColors } from 'picocolors'
import { partnerUpgrades } from './command-line.ts'
import { openEmbedded } from './embedded.ts'
import type { Place } from './place.ts'
import { parseSettings, type Settings, SettingsError } from './settings.ts'
import { stepsOf } from './steps.ts'

const { bold, cyan, green, red } = createColors(process.stdout.isTTY === true && process.stdout.hasColors())
const print = (text: string): void => void process.stdout.write(`${text}\n`)

// Ctrl-C stops the running command; the walkthrough then ends with its exit code.
process.on('SIGINT', () => {})

async function open(settings: Settings): Promise<Place> {
  if (settings.kind === 'embedded') return openEmbedded()
  return { name: settings.baseUrl, env: {}, close: async () => {} }
}

async function walk(steps: readonly (readonly string[])[], { env }: Place): Promise<number> {
  for (const args of steps) {
    print(`\n${cyan('$')} ${bold(`partner-upgrades ${args.join(' ')}`)}`)
    const code = await partnerUpgrades(args, env)
    if (code !== 0) return code
  }
  print(`\n${green('✔')} The customer is on an Azure plan.`)
  return 0
}

try {
  const settings = parseSettings(process.argv.slice(2), process.env)
  const place = await open(settings)
  try {
    print(bold(`Product upgrade of customer ${settings.customerId}`))
    print(`Partner Center: ${place.name}`)
    process.exitCode = await walk(stepsOf(settings, process.stdout.isTTY ? '1s' : '500ms'), place)
  } finally {
    await place.close()
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  print(`\n${red('✘')} ${error.message}`)
  process.exitCode = 2
}
