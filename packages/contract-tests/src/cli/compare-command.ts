import { parseArgs } from 'node:util'
import installed from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { compareDocuments, DocumentError, readDocument, renderComparison } from '@partner-upgrades/spec-diff'
import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { readText } from '../files/read-text.ts'
import { UsageError } from '../usage-error.ts'
import type { Command } from './command.ts'

const help = `Compare two documents of OpenAPI 3.0 or 3.1, and show which changes break users of the API.

  compare <old> [<new>] [options]

  <old>    the earlier document, as YAML or JSON
  <new>    the later document                      (default: that of the installed @partner-upgrades/spec)
  --json   print JSON: { impact, changes: [{ impact, side, subject, what, places }] }
  --help   show this help

Exit codes: 0 compatible, 1 breaking, 2 the documents could not be compared.`

/** `compare`: shows what has changed from one document of an API to another. */
export const compareCommand: Command = {
  summary: 'show what has changed since your copy of the specification, and what breaks',
  run: async (args, { print }) => {
    const { values, positionals } = parse(args)
    if (values.help) {
      print(help)
      return 0
    }
    const [old, now, ...more] = positionals
    if (old === undefined) throw new UsageError('Name a document to compare. See --help.')
    if (more.length > 0)
      throw new UsageError(`Name one or two documents to compare, not ${positionals.length}. See --help.`)
    const comparison = compareDocuments(await load(old), now === undefined ? installed : await load(now))
    print(values.json ? JSON.stringify(comparison, undefined, 2) : renderComparison(comparison))
    return comparison.impact === 'breaking' ? 1 : 0
  },
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    throw new UsageError(`${message.split('. ')[0]}. See --help.`)
  }
}

/** Reads a document to compare; errors name its file. */
async function load(file: string): Promise<JsonObject> {
  const text = await readText(file)
  try {
    return readDocument(text)
  } catch (error) {
    throw error instanceof DocumentError ? new UsageError(`${file} ${error.message}`) : error
  }
}
