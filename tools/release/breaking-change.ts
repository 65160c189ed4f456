import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const schema = 'packages/spec/components/schemas/ProductFamily.yaml'

/**
 * Makes a single breaking change in the specification below `folder`: the product family may not be longer than any known
 * one, so that some valid requests become invalid.
 */
export function breakContract(folder: string): void {
  const file = join(folder, schema)
  const text = readFileSync(file, 'utf8')
  const broken = text.replace(/^minLength: \d+$/m, '$&\nmaxLength: 5')
  if (broken === text)
    throw new Error(`${schema} has no minLength any more: the rehearsal needs another breaking change.`)
  writeFileSync(file, broken)
}
