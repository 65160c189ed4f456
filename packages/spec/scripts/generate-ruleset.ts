// Writes spectral/generated/ruleset.js: the rules of .spectral.yaml as a module whose parts can be overridden. With --check, only checks
// whether it is up to date.
import fs, { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrateRuleset } from '@stoplight/spectral-ruleset-migrator'

const room = fileURLToPath(new URL('..', import.meta.url))
const target = fileURLToPath(new URL('../spectral/generated/ruleset.js', import.meta.url))

const migrated = await migrateRuleset(`${room}.spectral.yaml`, { fs, format: 'esm' })
const head = '// Generated from .spectral.yaml. Do not edit: change the YAML and run `npm run generate`.'
const text = `${head}\n${migrated.replaceAll(room, '../../')}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (text !== readFileSync(target, 'utf8')) {
  console.error('Stale: packages/spec/spectral/generated/ruleset.js. Run `npm run generate` and commit the result.')
  process.exitCode = 1
}
