// `npm run compat [-- msw openapi-fetch typescript]`: checks that the examples run on the newest versions of these libraries.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { publishedPackages } from '../packages/published.ts'
import { atOnce } from './at-once.ts'
import { runConsumer } from './consumers.ts'
import { byHand } from './environment.ts'
import { takeNewest, unknownLibraries } from './newest.ts'
import { packExamples } from './packed-examples.ts'

const given = process.argv.slice(2)
const libraries = given.length > 0 ? given : ['msw', 'openapi-fetch', 'typescript']
const root = join(import.meta.dirname, '../..')
const { examples, remove } = await packExamples(root)
try {
  const folders = examples.map(({ folder }) => folder)
  const manifests = folders.map((folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const unknown = unknownLibraries(libraries, [...manifests, ...publishedPackages(root).map((each) => each.manifest)])
  if (unknown.length > 0) throw new Error(`Neither we nor an example depends on ${unknown.join(', ')}.`)
  for (const library of libraries) takeNewest(folders, library)
  const env = byHand(process.env, process.execPath)
  await atOnce(availableParallelism(), examples, async (example, signal) => {
    await runConsumer(example, { env, signal })
    console.log(`${example.name} runs on the newest ${libraries.join(', ')}`)
  })
} catch (error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) console.error(cause.message)
  process.exitCode = 1
} finally {
  await remove()
}
