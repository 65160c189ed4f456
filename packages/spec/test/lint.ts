import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import core from '@stoplight/spectral-core'
import { Yaml } from '@stoplight/spectral-parsers'
import { bundleAndLoadRuleset } from '@stoplight/spectral-ruleset-bundler/with-loader'
import { expect } from 'vitest'
import { type Json, withVersion } from './bookshop.ts'

/** The published ruleset, loaded by Spectral itself. */
const ruleset: core.Ruleset = await bundleAndLoadRuleset(fileURLToPath(new URL('../.spectral.yaml', import.meta.url)), {
  fs,
  fetch,
})

/** The files of a document, besides the root file `openapi.yaml`. */
export type Files = Readonly<Record<string, Json>>

/** Expects no finding of a rule, in any version of OpenAPI. */
export async function accepts(rule: string, document: Json, files: Files = {}): Promise<void> {
  for (const version of versions) expect(await lint(rule, withVersion(document, version), files), version).toEqual([])
}

/** Expects one finding of a rule, in any version of OpenAPI. */
export async function rejects(
  rule: string,
  document: Json,
  { at, saying, files = {} }: { at?: string; saying: string; files?: Files },
): Promise<void> {
  for (const version of versions) {
    const found = await lint(rule, withVersion(document, version), files)
    expect(found, version).toEqual([
      { message: expect.stringContaining(saying), path: at === undefined ? expect.any(String) : at },
    ])
  }
}

const versions = ['3.0.3', '3.1.1']

/** Our own rules, without Spectral's. */
export const ownRules: readonly string[] = Object.entries(Object(ruleset.definition).rules)
  .filter(([, rule]) => typeof rule === 'object')
  .map(([name]) => name)

/** Returns the findings of a rule in a document of any kind. */
export async function lint(
  rule: string,
  document: Json,
  files: Files = {},
): Promise<readonly { message: string; path: string }[]> {
  const found = await lintAll([rule], document, files)
  return found.map(({ message, path }) => ({ message, path }))
}

/** Returns the findings of several rules. */
export async function lintAll(
  rules: readonly string[],
  document: Json,
  files: Files = {},
): Promise<readonly { code: string; message: string; path: string }[]> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'ruleset-'))
  try {
    for (const [name, content] of Object.entries({ ...files, 'openapi.yaml': document })) {
      fs.mkdirSync(dirname(join(folder, name)), { recursive: true })
      fs.writeFileSync(join(folder, name), JSON.stringify(content, undefined, 2))
    }
    const spectral = new core.Spectral()
    const on = Object.fromEntries(rules.map((rule) => [rule, true as const]))
    spectral.setRuleset({ extends: [[ruleset.definition, 'off']], rules: on })
    const source = join(folder, 'openapi.yaml')
    const results = await spectral.run(new core.Document(fs.readFileSync(source, 'utf8'), Yaml, source))
    const broken = results.filter(({ code }) => code === 'invalid-ref' || code === 'parser')
    expect(broken).toEqual([])
    return results
      .filter(({ code }) => rules.includes(String(code)))
      .map(({ code, message, path }) => ({ code: String(code), message, path: path.join('.') }))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
