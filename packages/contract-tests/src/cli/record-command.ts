import { readText } from '../files/read-text.ts'
import { assertNewFile, writeAtomically } from '../files/write-atomically.ts'
import { type RecordingProxy, type RecordingProxyOptions, startRecordingProxy } from '../traffic/recording-proxy.ts'
import { UsageError } from '../usage-error.ts'
import type { Command, CommandContext } from './command.ts'
import { demand, parseOptions, wholeNumber } from './command-options.ts'

const help = `Record traffic between a client and the service, without tokens and with pseudonyms for customers.

  record --base-url <url> --out <file> [options]

  --base-url <url>   the service to forward every request to, without /v1
  --out <file>       the HAR 1.2 file to write; it is updated after each exchange
  --port <number>    the port to listen on, on loopback only              (default: a free one)
  --secrets <file>   texts to remove, one per line, such as names of customers
  --help             show this help

Give the client the address that is printed as its base URL. Ctrl+C ends the recording.`

/** The options of `record`. */
export interface RecordOptions extends Pick<RecordingProxyOptions, 'baseUrl' | 'port' | 'secrets'> {
  /** The file to write the recording to. */
  readonly out: string
}

/** `record`: listens, forwards and records. */
export const recordCommand: Command = {
  summary: 'record traffic, without tokens and customers, to check it later',
  run: async (args, context) => {
    const values = parseOptions(args, {
      'base-url': { type: 'string' },
      out: { type: 'string' },
      port: { type: 'string', default: '0' },
      secrets: { type: 'string' },
      help: { type: 'boolean', default: false },
    })
    if (values.help) {
      context.print(help)
      return 0
    }
    const options = {
      baseUrl: demand('--base-url', values['base-url']),
      out: demand('--out', values.out),
      port: wholeNumber('--port', values.port, 65_535),
      secrets: values.secrets === undefined ? [] : (await readText(values.secrets)).split(/\r?\n/),
    }
    await record(options, context, interrupted)
    return 0
  },
}

/**
 * Records until it is told to stop.
 *
 * @param stopped Called once the proxy listens; the recording ends when the returned promise resolves.
 * @throws {UsageError} if it cannot listen, or cannot write.
 */
export async function record(
  { baseUrl, out, port = 0, secrets = [] }: RecordOptions,
  { print }: Pick<CommandContext, 'print'>,
  stopped: (url: string) => Promise<void>,
): Promise<void> {
  assertNewFile(out)
  let writing: Promise<void> | undefined
  let again = false
  const proxy = await start({ baseUrl, port, secrets, onEntry: () => void write() })

  /** Writes the recording, one write at a time; entries that arrive meanwhile are in the next one. */
  function write(): Promise<void> {
    again = true
    writing ??= (async () => {
      while (again) {
        again = false
        await writeAtomically(out, `${JSON.stringify(await proxy.har(), undefined, 2)}\n`)
      }
    })().finally(() => {
      writing = undefined
    })
    // The last write reports its failure to the caller; until then, each exchange tries again.
    writing.catch(() => {})
    return writing
  }

  print(`Recording. Base URL for the client: ${proxy.url}`)
  await stopped(proxy.url)
  await proxy.close()
  await write()
  const { entries } = (await proxy.har()).log
  print(`Wrote ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} to ${out}`)
}

async function start(options: RecordingProxyOptions): Promise<RecordingProxy> {
  try {
    return await startRecordingProxy(options)
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    const code = error instanceof Error && 'code' in error ? error.code : error
    throw new UsageError(`Cannot listen on port ${options.port}: ${String(code)}`)
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
