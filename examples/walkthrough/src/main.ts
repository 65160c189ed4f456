// Takes one customer from a legacy Azure subscription to an Azure plan, step by step: with the mocks, or for real.
import { createProductUpgradesClient, isPartnerCenterError } from '@partner-upgrades/client'
import { confirm } from './confirm.ts'
import { startEmbedded } from './embedded.ts'
import { createScreen } from './screen.ts'
import { parseSettings, type Settings, SettingsError } from './settings.ts'
import { walk } from './walk.ts'

const colours = process.stdout.isTTY === true && process.stdout.hasColors()
const screen = createScreen((text) => process.stdout.write(text), colours)

async function againstMock(customerId: string): Promise<boolean> {
  const { server, clock } = await startEmbedded(process.stdout.isTTY ? 400 : 0)
  try {
    screen.title(`Product upgrade of customer ${customerId}`)
    screen.step('Partner Center', `a mock of it, at ${server.url}`)
    const upgrades = createProductUpgradesClient({ credential: 'any-token', baseUrl: server.url, clock })
    return await walk({ upgrades, customerId, screen, confirm: async () => true })
  } finally {
    await server.close()
  }
}

function againstReal({ customerId, baseUrl, token }: Settings & { kind: 'real' }): Promise<boolean> {
  const upgrades = createProductUpgradesClient({ credential: token, baseUrl })
  screen.title(`Product upgrade of customer ${customerId}`)
  screen.step('Partner Center', baseUrl)
  return walk({ upgrades, customerId, screen, confirm })
}

try {
  const settings = parseSettings(process.argv.slice(2), process.env)
  const completed = settings.kind === 'real' ? await againstReal(settings) : await againstMock(settings.customerId)
  process.exitCode = completed ? 0 : 1
} catch (error) {
  const expected = error instanceof SettingsError || error instanceof TypeError || isPartnerCenterError(error)
  if (!expected) throw error
  screen.bad(error.message)
  process.exitCode = error instanceof SettingsError ? 2 : 1
}
