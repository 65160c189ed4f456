import { join } from 'node:path'
import { assertNewFile, writeAtomically } from '../files/write-atomically.ts'
import { promote } from '../traffic/promote.ts'
import type { Command } from './command.ts'
import { demand, parseOptions, wholeNumber } from './command-options.ts'
import { withHar } from './with-har.ts'

const help = `Turn an entry of a recording into an exchange of the specification, with evidence "captured".

  promote --har <file> --entry <number> [options]

  --har <file>       the recording
  --entry <number>   the index of the entry, from 0, as verify --har prints it
  --source <text>    where the traffic comes from          (default "Traffic recorded on" and its day)
  --summary <text>   what the exchange shows               (default operation, status and fault code)
  --anonymous        keep all identifiers: the recording is anonymous already
  --out <folder>     write <name>.yaml there               (default: print it)
  --help             show this help

Exit codes: 0 it fits the specification, 1 the specification has to change first, 2 there is no such exchange.`

/** `promote`: turns traffic into an exchange of the specification. */
export const promoteCommand: Command = {
  summary: 'turn an entry of a recording into an exchange of the specification',
  run: async (args, { print, printError }) => {
    const values = parseOptions(args, {
      har: { type: 'string' },
      entry: { type: 'string' },
      source: { type: 'string' },
      summary: { type: 'string' },
      anonymous: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    })
    if (values.help) {
      print(help)
      return 0
    }
    const { source, summary, anonymous, out } = values
    const index = wholeNumber('--entry', demand('--entry', values.entry), Number.MAX_SAFE_INTEGER)
    const { name, text, needs } = await withHar(demand('--har', values.har), (har) =>
      promote(har, index, {
        anonymous,
        ...(source === undefined ? {} : { source }),
        ...(summary === undefined ? {} : { summary }),
      }),
    )
    if (out === undefined) print(text.trimEnd())
    else {
      const file = join(out, `${name}.yaml`)
      assertNewFile(file)
      await writeAtomically(file, text)
      print(`Wrote ${file}`)
    }
    for (const { pointer, message } of needs) printError(`The specification has to change first: ${pointer} ${message}`)
    return needs.length > 0 ? 1 : 0
  },
}
