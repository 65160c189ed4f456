import { parseArgs } from 'node:util'
import installed from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import type { Command } from '../cli/command.ts'
import { readText } from '../drift/files.ts'
import type { JsonObject } from '../json.ts'
import { UsageError } from '../verify/usage-error.ts'
import { compareDocuments } from './compare-documents.ts'
import { toPlainDocument } from './plain-document.ts'
import { readDocument } from './read-document.ts'
import { renderComparison } from './render.ts'

const help = `Compares two OpenAPI 3 documents, and says what the changes mean to who uses the API.

  compare <old> [<new>] [options]

  <old>    the document that was, as YAML or JSON
  <new>    the document that is                    (default: that of the installed @partner-upgrades/spec)
  --json   print JSON: { impact, changes: [{ impact, side, subject, what, places }] }
  --help   this text

Exit code: 0 compatible, 1 breaking, 2 they could not be compared.`

/** `compare`: tells what has changed from one document of an API to another. */
export const compareCommand: Command = {
  summary: 'tell what has changed since your copy of the specification, and whether it breaks anything',
  run: async (args, { print }) => {
    const { values, positionals } = parse(args)
    if (values.help) {
      print(help)
      return 0
    }
    const [old, now, ...more] = positionals
    if (old === undefined) throw new UsageError('There is no document to compare. See --help.')
    if (more.length > 0) throw new UsageError(`Two documents can be compared, not ${positionals.length}. See --help.`)
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

/** A document that can be compared, or an error that names its file. */
async function load(file: string): Promise<JsonObject> {
  const text = await readText(file)
  try {
    const document = readDocument(text)
    toPlainDocument(document)
    return document
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${file} ${error.message}`) : error
  }
}
