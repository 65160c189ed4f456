// A broken example is caught. That each one runs as its readers run it is shown by the release rehearsal, and by `npm run examples`.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pack } from '../packages/tarball.ts'
import { type Consumer, runConsumer, takeTarballs } from './consumers.ts'
import { byHand } from './environment.ts'
import { type PackedExamples, packExamples } from './packed-examples.ts'

const workspace = join(import.meta.dirname, '../..')
const env = byHand(process.env, process.execPath)
const minutes = 60_000
let packed: PackedExamples

beforeAll(async () => {
  packed = await packExamples(workspace)
}, 2 * minutes)
afterAll(() => packed.remove())

function copyOf(name: string): Consumer {
  const example = packed.examples.find((each) => each.name === name)
  if (example === undefined) throw new Error(`There is no example ${name}.`)
  return example
}

describe('a broken example is caught', () => {
  /** Another copy of an example, to be broken. */
  function another(name: string): Consumer {
    const { folder } = copyOf(name)
    const copy = { name, folder: `${folder}-broken-${Math.random()}` }
    cpSync(folder, copy.folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
    return copy
  }

  test('because it expects behavior the packages do not have', async () => {
    const example = another('commonjs')
    const file = join(example.folder, 'eligible-customers.test.js')
    const text = readFileSync(file, 'utf8')
    const wrong = text.replace("'any-token', fetch }), [fresh])", "'any-token', fetch }), [upgraded])")
    expect(wrong).not.toBe(text)
    writeFileSync(file, wrong)
    await expect(runConsumer(example, { env })).rejects.toMatchObject({
      message: 'The example commonjs does not run on the packages as published.',
      cause: { message: expect.stringContaining('customers who are already upgraded are omitted') },
    })
  })

  test('because a package lost an entry', async () => {
    const source = join(workspace, 'packages/mocks')
    const folder = join(another('commonjs').folder, 'mocks')
    mkdirSync(folder, { recursive: true })
    cpSync(join(source, 'dist'), join(folder, 'dist'), { recursive: true })
    const { exports, ...manifest } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
    const { './core': _, ...entries } = exports
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, exports: entries }))
    const [{ file } = { file: '' }] = await pack([folder], folder)

    const example = another('commonjs')
    takeTarballs(example, new Map([...packed.tarballs, [manifest.name, file]]))
    await expect(runConsumer(example, { env })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('ERR_PACKAGE_PATH_NOT_EXPORTED') },
    })
  })
})
