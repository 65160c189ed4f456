import { join } from 'node:path'
import type { Command } from '../cli/command.ts'
import { demand, parseOptions, wholeNumber } from './command-options.ts'
import { demandNew, withHar, writeWhole } from './files.ts'
import { promote } from './promote.ts'

const help = `Turns an entry of a recording into an exchange of the specification, with evidence "captured".

  promote --har <file> --entry <number> [options]

  --har <file>       the recording
  --entry <number>   the entry, from 0, as verify --har names it
  --source <text>    where the traffic comes from          (default "Traffic recorded on" and its day)
  --summary <text>   what the exchange shows               (default operation, status and fault code)
  --anonymous        the recording is anonymous: keep its identifiers
  --out <folder>     write <name>.yaml there               (default: print it)
  --help             this text

Exit code: 0 the specification has room for it, 1 it has to be changed first, 2 there is no such exchange.`

/** `promote`: turns traffic into an exchange of the specification. */
export const promoteCommand: Command = {
  summary: 'turn an entry of a recording into an exchange of the specification',
  run: async (args, { print, complain }) => {
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
      demandNew(file)
      await writeWhole(file, text)
      print(`Wrote ${file}`)
    }
    for (const { pointer, message } of needs)
      complain(`The specification has to be changed first: ${pointer} ${message}`)
    return needs.length > 0 ? 1 : 0
  },
}
