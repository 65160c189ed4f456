import { faults } from '@partner-upgrades/spec/faults'
import type { Command } from 'commander'
import type { Action } from '../../command/command.ts'
import { pageOf } from '../../command/page.ts'
import { CliError } from '../../errors/cli-error.ts'
import { readManifest } from '../../manifest.ts'
import { openAddress, whyNoBrowser } from '../../process/browser.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Host } from '../../process/host.ts'

/** Prints the address of a documentation page, and opens it if there is a browser. */
export const docs: Action<[topic: readonly string[], program: Command]> = async (
  { host, reporter },
  topic,
  program,
) => {
  const url = new URL(pathOf(topic, program), siteOf(host)).href
  reporter.report({ json: { event: 'docs', url }, plain: [url] })
  // A program that reads the output needs only the address.
  if (host.stdout.isTTY !== true || whyNoBrowser(host, process.platform) !== undefined) return exitCodes.done
  const why = await openAddress(url, host)
  if (why !== undefined) reporter.note([`The browser could not be opened: ${why}.`])
  return exitCodes.done
}

/** The path of the page about a topic, relative to the root of the site. */
function pathOf(words: readonly string[], program: Command): string {
  if (words.length === 0) return ''
  const topic = words.join(' ')
  const fault = Object.values(faults).find(
    ({ code, name }) => code === topic || name.toLowerCase() === topic.toLowerCase(),
  )
  if (fault !== undefined) return `faults/${fault.code}`
  const command = commandOf(topic.split(' '), program)
  if (command !== undefined) return pageOf(command)
  throw new CliError(exitCodes.usage, `There is no page about "${topic}".`, [
    'Give the code or the name of a fault of upgrades (partner-upgrades explain lists them), or a command, such as fleet work.',
    'Codes of Entra: partner-upgrades explain AADSTS…',
  ])
}

/** The command with these names; undefined if there is none. */
function commandOf([word, ...rest]: readonly string[], program: Command): Command | undefined {
  const command = program.commands.find((each) => each.name() === word)
  return command === undefined || rest.length === 0 ? command : commandOf(rest, command)
}

const setting = 'PARTNER_UPGRADES_DOCS'

/** The root URL of the site, with a trailing slash. */
function siteOf({ env }: Host): string {
  const given = env[setting] || readManifest().homepage
  if (given === undefined || given === '') {
    throw new CliError(
      exitCodes.usage,
      'This version was not published, and does not know where its documentation is.',
      [`Build it and serve it (npm run site, npm run site:serve), and set ${setting}=http://127.0.0.1:4020/`],
    )
  }
  if (!URL.canParse(given) || !/^https?:\/\//i.test(given))
    throw new CliError(exitCodes.usage, `${setting} is not the address of a site.`, [
      `Give it as ${setting}=https://docs.example/`,
    ])
  return given.endsWith('/') ? given : `${given}/`
}
