import { execFileSync } from 'node:child_process'
import { BadInput } from './bad-input.ts'

/** The name of the package whose versions the specification decides. */
export const specName = '@partner-upgrades/spec'

/** The releases in git: tags such as `@partner-upgrades/spec@1.2.3`. */
export interface Releases {
  /** The tag of the last release of the specification among the ancestors of HEAD; undefined if there is none. */
  readonly last: string | undefined
  readonly isTagged: (tag: string) => boolean
  /** Reads a file as of a tag; undefined if the file or the tag is missing. */
  readonly fileAt: (tag: string, path: string) => string | undefined
}

/** Reads the releases from git. @throws BadInput if git fails, or the clone has no history. */
export function readReleases(root: string): Releases {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 })
  const tags = tagsIn(git)
  return { last: lastOf(tags), isTagged: (tag) => tags.includes(tag), fileAt }

  function fileAt(tag: string, path: string): string | undefined {
    try {
      return git('show', '--end-of-options', `${tag}:${path}`)
    } catch {
      return undefined
    }
  }
}

function tagsIn(git: (...args: readonly string[]) => string): readonly string[] {
  try {
    const tags = git('tag', '--list', '@partner-upgrades/*', '--merged', 'HEAD').split('\n').filter(Boolean)
    if (tags.length > 0 || git('rev-parse', '--is-shallow-repository').trim() !== 'true') return tags
  } catch (error) {
    const [line] = String(error instanceof Error && 'stderr' in error ? error.stderr : error).split('\n')
    throw new BadInput(`git cannot list the releases: ${line}`)
  }
  throw new BadInput('This clone has no history, so no release can be found: run git fetch --unshallow --tags.')
}

function lastOf(tags: readonly string[]): string | undefined {
  const releases = tags.filter((tag) => tag.startsWith(`${specName}@`) && /@\d+\.\d+\.\d+$/.test(tag))
  return releases.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1)
}
