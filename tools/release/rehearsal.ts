import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { breakContract } from './breaking-change.ts'
import { command } from './command.ts'
import { createConsumers, keepWithin, resolveAnew, runConsumer } from './consumers.ts'
import { createHouse, type House } from './house.ts'
import { startRegistry } from './registry.ts'

/** What a rehearsal needs from outside. */
export interface RehearsalOptions {
  /** Told of each step. */
  readonly say: (line: string) => void
  readonly signal?: AbortSignal
}

/** What the rehearsal has shown. */
export interface Rehearsed {
  readonly first: ReadonlyMap<string, string>
  readonly breaking: ReadonlyMap<string, string>
  readonly examples: readonly string[]
}

/**
 * Makes the next release, and a breaking one after it, in a clone and on a registry that are gone afterwards; installs
 * both as users would.
 *
 * @throws Error that says which step failed, and what it printed
 */
export async function rehearse({ say, signal }: RehearsalOptions): Promise<Rehearsed> {
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'))
  const registry = await startRegistry(join(folder, 'registry')).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  const options = { env: registry.env, signal }
  try {
    const house = await createHouse(join(folder, 'house'), registry.env, signal)
    const consumers = createConsumers(house.folder, join(folder, 'examples'))

    say('The next release')
    await house.script('release:version')
    await house.commit('Version packages')
    const first = await publish(house, registry.env)
    say(`  published ${inWords(first)}`)
    for (const consumer of consumers) {
      keepWithin(consumer, first)
      await runConsumer(consumer, options)
      say(`  ${consumer.name} runs`)
    }

    say('A breaking release')
    breakContract(house.folder)
    await house.script('generate')
    house.changeset('major', [...first.keys()], 'Product families are five letters at most.')
    await house.script('release:version')
    await house.commit('Version packages')
    const breaking = await publish(house, registry.env)
    say(`  published ${inWords(breaking)}`)
    for (const consumer of consumers) {
      expectVersions(consumer.name, await resolveAnew(consumer, options), first)
    }
    say(`  ${consumers.length} examples stay where they were`)
    return { first, breaking, examples: consumers.map(({ name }) => name) }
  } finally {
    await registry.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function publish(house: House, env: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, string>> {
  await house.script('release:publish')
  const versions = house.versions()
  for (const [name, version] of versions) {
    const latest = await command('npm', ['view', name, 'dist-tags.latest'], { cwd: house.folder, env })
    if (latest !== version) throw new Error(`${name} is at ${latest} in the registry, and at ${version} here.`)
  }
  return versions
}

function expectVersions(
  example: string,
  found: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): void {
  for (const [name, version] of found) {
    if (version !== wanted.get(name))
      throw new Error(`The example ${example} asked for ^${wanted.get(name)} of ${name} and was given ${version}.`)
  }
}

function inWords(versions: ReadonlyMap<string, string>): string {
  return [...versions].map(([name, version]) => `${name} ${version}`).join(', ')
}
