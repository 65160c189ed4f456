import type { AddCommand } from './command.ts'
import { examples } from './shared.ts'

const settings = `
Settings, from the environment:
  PARTNER_CENTER_TENANT_ID  the directory (tenant) ID of the partner
  PARTNER_CENTER_CLIENT_ID  the ID of the application that the partner consents to
  PARTNER_CENTER_CLOUD      global, usGov or china21Vianet (default: global)
  PARTNER_CENTER_STORE      the file to keep the refresh token in (default: in the state directory)`

export const addLogin: AddCommand = (program, act) => {
  program
    .command('login')
    .description('Sign in once by device code; later commands need no token')
    .addHelpText('after', settings)
    .addHelpText('after', examples(['login', 'shows a page to open, and a code to type there']))
    .action(act(async () => (await import('../actions/login.ts')).login))
}
