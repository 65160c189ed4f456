import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { atOnce } from '../examples/at-once.ts'
import {
  type Consumer,
  createConsumers,
  joinRequests,
  keepWithin,
  resolveAnew,
  runConsumer,
} from '../examples/consumers.ts'
import { byHand } from '../examples/environment.ts'
import { breakContract } from './breaking-change.ts'
import { runPipeline } from './pipeline.ts'
import { createProgress, type Progress } from './progress.ts'
import { type Registry, startRegistry } from './registry.ts'
import { createReleaseSandbox, type ReleaseSandbox } from './release-sandbox.ts'

/** Options of a rehearsal. */
export interface RehearsalOptions {
  /** Prints a line: a finished step with the time since the start, or the steps that are taking long. */
  readonly print: (line: string) => void
  readonly signal?: AbortSignal
}

/** The result of a rehearsal: the versions of both releases, and the examples that ran. */
export interface Rehearsed {
  readonly first: ReadonlyMap<string, string>
  readonly breaking: ReadonlyMap<string, string>
  readonly examples: readonly string[]
}

/**
 * Makes the next release, and a breaking one after it, in a temporary clone and on a temporary registry; installs both as
 * users would.
 *
 * @throws Error that says which step failed, and what it printed
 */
export async function rehearse({ print, signal }: RehearsalOptions): Promise<Rehearsed> {
  const progress = createProgress(print)
  try {
    return await rehearseWith(progress, signal)
  } finally {
    progress.close()
  }
}

async function rehearseWith(progress: Progress, signal: AbortSignal | undefined): Promise<Rehearsed> {
  const { say, during } = progress
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'))
  const registry = await startRegistry(join(folder, 'registry')).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  const byNpm = { env: registry.env, signal }
  const byUser = { env: byHand(registry.env, process.execPath), signal }
  try {
    const sandbox = await during('cloning', () => createReleaseSandbox(join(folder, 'sandbox'), registry.env, signal))
    const consumers = createConsumers(sandbox.folder, join(folder, 'examples'))

    say('The next release')
    const first = await release(sandbox, registry, progress)
    say(`  published ${inWords(first)}`)
    await atOnce(
      availableParallelism(),
      consumers,
      async (consumer, stop) => {
        keepWithin(consumer, first)
        await during(consumer.name, () => runConsumer(consumer, { ...byUser, signal: stop }))
        say(`  ${consumer.name} runs`)
      },
      signal,
    )
    await during('the Azure pipeline', () => runPipeline(consumers, folder, byUser))
    say('  the Azure pipeline runs')

    say('A breaking release')
    breakContract(sandbox.folder)
    const undeclared = await during('release:check', async () => {
      await sandbox.script('generate')
      return sandbox.tryScript('release:check')
    })
    if (undeclared.ok)
      throw new Error(`The check passes although no changeset declares the breaking change:\n${undeclared.output}`)
    say('  is refused until a changeset declares the breaking change')
    sandbox.changeset('major', [...first.keys()], 'Product families are five letters at most.')
    const breaking = await release(sandbox, registry, progress)
    say(`  published ${inWords(breaking)}`)
    const everything = joinRequests(consumers, join(folder, 'everything'))
    expectVersions(everything, await during('npm install', () => resolveAnew(everything, byNpm)), first)
    say(`  ${consumers.length} examples keep their versions`)
    const [follower] = consumers
    if (follower === undefined) throw new Error('There is no example that installs our packages.')
    keepWithin(follower, breaking)
    expectVersions(follower, await during(follower.name, () => resolveAnew(follower, byNpm)), breaking)
    await during(follower.name, () => runConsumer(follower, byUser))
    say(`  ${follower.name} updates when asked to`)
    return { first, breaking, examples: consumers.map(({ name }) => name) }
  } catch (error) {
    if (registry.log() !== '' && !signal?.aborted) say(`The registry logged:\n${registry.log()}`)
    throw error
  } finally {
    await registry.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Makes a release as the release workflow does, and returns the versions that it published. */
async function release(
  sandbox: ReleaseSandbox,
  { url }: Registry,
  { during }: Progress,
): Promise<ReadonlyMap<string, string>> {
  await during('release:version', () => sandbox.script('release:version'))
  await sandbox.commit('Version packages')
  await during('release:publish', () => sandbox.script('release:publish'))
  const versions = sandbox.versions()
  for (const [name, version] of versions) {
    const found = await fetch(new URL(encodeURIComponent(name), url))
    const { 'dist-tags': tags }: { readonly 'dist-tags'?: { readonly latest?: string } } = await found.json()
    if (tags?.latest !== version)
      throw new Error(`${name} is at ${tags?.latest} in the registry, and at ${version} here.`)
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
