import { InvalidArgumentError, Option } from 'commander'
import type { AddCommand } from '../../command/command.ts'
import { examples, timeOption } from '../../command/options.ts'

const settings = `
Settings, from the environment:
  PARTNER_CENTER_TENANT_ID  the directory (tenant) ID of the partner
  PARTNER_CENTER_CLIENT_ID  the application that the partner consents to
  PARTNER_CENTER_CLOUD      global, usGov or china21Vianet (default: global)
  PARTNER_CENTER_STORE      the file to keep the refresh token in (default: in
                            the state directory)
  BROWSER                   the program that opens an address (default: the
                            desktop's)`

/** Adds the command `login`. */
export const addLogin: AddCommand = (program, act) => {
  program
    .command('login')
    .description('Sign in once with the browser; later commands need no token')
    .addOption(deviceCodeOption())
    .addOption(refreshTokenOption())
    .addOption(portOption())
    .addOption(waitOption())
    .addHelpText('after', settings)
    .addHelpText(
      'after',
      examples(
        ['login', 'opens the browser'],
        ['login --device-code', 'shows a code, and where to enter it'],
        ['login --refresh-token-stdin < FILE', ''],
      ),
    )
    .action(act(async () => (await import('./action.ts')).login))
}

/** `--device-code`: signs in on another device. */
function deviceCodeOption(): Option {
  return new Option('--device-code', 'sign in with a code, on any device; often blocked by Conditional Access')
}

/** `--refresh-token-stdin`: imports a refresh token. */
function refreshTokenOption(): Option {
  return new Option(
    '--refresh-token-stdin',
    'import a refresh token: piped in, or typed when asked; redeemed once to check it',
  ).conflicts('deviceCode')
}

/** `--port`: a fixed port for the redirect. */
function portOption(): Option {
  return new Option('--port <number>', 'the port on localhost that the browser returns to (default: any free one)')
    .conflicts(['deviceCode', 'refreshTokenStdin'])
    .argParser((text) => {
      const port = Number(text)
      if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port
      throw new InvalidArgumentError('A port is a whole number from 1 to 65535.')
    })
}

/** `--wait`: how long to wait for the user. */
function waitOption(): Option {
  return timeOption('--wait <time>', 'how long to wait for the browser (default: 5m)').conflicts([
    'deviceCode',
    'refreshTokenStdin',
  ])
}
