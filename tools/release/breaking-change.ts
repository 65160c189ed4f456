import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const schema = 'packages/spec/components/schemas/ProductFamily.yaml'

/**
 * Edits the specification below `folder` so that some requests which were right are wrong from now on, and nothing else:
 * the product family may not be longer than any that is known.
 */
export function breakContract(folder: string): void {
  const file = join(folder, schema)
  const text = readFileSync(file, 'utf8')
  const broken = text.replace(/^minLength: \d+$/m, '$&\nmaxLength: 5')
  if (broken === text)
    throw new Error(`${schema} has no minLength any more: the rehearsal needs another breaking change.`)
  writeFileSync(file, broken)
}
