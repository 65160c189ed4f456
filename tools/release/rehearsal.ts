import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../command.ts'
import { atOnce } from '../examples/at-once.ts'
import { type Consumer, createConsumers, keepWithin, resolveAnew, runConsumer } from '../examples/consumers.ts'
import { byHand } from '../examples/environment.ts'
import { breakContract } from './breaking-change.ts'
import { runPipeline } from './pipeline.ts'
import { startRegistry } from './registry.ts'
import { createReleaseSandbox, type ReleaseSandbox } from './release-sandbox.ts'

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
  const byNpm = { env: registry.env, signal }
  const byUser = { env: byHand(registry.env, process.execPath), signal }
  try {
    const sandbox = await createReleaseSandbox(join(folder, 'sandbox'), registry.env, signal)
    const consumers = createConsumers(sandbox.folder, join(folder, 'examples'))

    say('The next release')
    const first = await release(sandbox, registry.env)
    say(`  published ${inWords(first)}`)
    await atOnce(availableParallelism(), consumers, async (consumer) => {
      keepWithin(consumer, first)
      await runConsumer(consumer, byUser)
      say(`  ${consumer.name} runs`)
    })
    await runPipeline(consumers, folder, byUser)
    say('  the Azure pipeline runs')

    say('A breaking release')
    breakContract(sandbox.folder)
    await sandbox.script('generate')
    const undeclared = await sandbox.tryScript('release:check')
    if (undeclared.ok)
      throw new Error(`Nobody has declared that it breaks, and the check lets it pass:\n${undeclared.output}`)
    say('  is refused as long as nobody declares that it breaks something')
    sandbox.changeset('major', [...first.keys()], 'Product families are five letters at most.')
    const breaking = await release(sandbox, registry.env)
    say(`  published ${inWords(breaking)}`)
    await atOnce(availableParallelism(), consumers, async (consumer) => {
      expectVersions(consumer, await resolveAnew(consumer, byNpm), first)
    })
    say(`  ${consumers.length} examples stay where they were`)
    const [follower] = consumers
    if (follower === undefined) throw new Error('There is no example that installs our packages.')
    keepWithin(follower, breaking)
    expectVersions(follower, await resolveAnew(follower, byNpm), breaking)
    await runConsumer(follower, byUser)
    say(`  ${follower.name} follows when it asks for it`)
    return { first, breaking, examples: consumers.map(({ name }) => name) }
  } catch (error) {
    if (registry.log() !== '' && !signal?.aborted) say(`The registry said:\n${registry.log()}`)
    throw error
  } finally {
    await registry.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Makes a release as the release workflow does, and returns the versions that it published. */
async function release(sandbox: ReleaseSandbox, env: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, string>> {
  await sandbox.script('release:version')
  await sandbox.commit('Version packages')
  await sandbox.script('release:publish')
  const versions = sandbox.versions()
  for (const [name, version] of versions) {
    const latest = await command('npm', ['view', name, 'dist-tags.latest'], { cwd: sandbox.folder, env })
    if (latest !== version) throw new Error(`${name} is at ${latest} in the registry, and at ${version} here.`)
  }
  return versions
}

function expectVersions(
  { name }: Consumer,
  found: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): void {
  if (found.size === 0) throw new Error(`The example ${name} installs nothing of ours.`)
  for (const [dependency, version] of found) {
    const asked = wanted.get(dependency)
    if (version !== asked)
      throw new Error(`The example ${name} asked for ^${asked} of ${dependency} and was given ${version}.`)
  }
}

function inWords(versions: ReadonlyMap<string, string>): string {
  return [...versions].map(([name, version]) => `${name} ${version}`).join(', ')
}
