import { operationsOf } from '../contract/operations.ts'
import { changelogPage, type SinceRelease } from './changelog.ts'
import { type CommandDescription, commandPages } from './command.ts'
import { evidencePage } from './evidence.ts'
import { faultPages } from './fault.ts'
import { homePage } from './home.ts'
import { lifePage } from './life.ts'
import { operationPage, type Sources } from './operation.ts'
import type { Page } from './page.ts'
import { repositoryPages } from './repository.ts'

/** The sources of all pages; further pages come from files of the repository below `root`. */
export interface Materials extends Sources {
  readonly root: string
  /** The API changes since the last release; undefined if there was none. */
  readonly since: SinceRelease | undefined
  /** The commands of the command line. */
  readonly commands: readonly CommandDescription[]
}

/** Creates all pages except those of the packages' symbols, in the order of the navigation. */
export function allPages({ root, since, commands, ...sources }: Materials): readonly Page[] {
  const written = repositoryPages(root)
  return [
    homePage(sources, root),
    ...written,
    ...operationsOf(sources.document).map((place) => operationPage(sources, place)),
    ...faultPages(sources.contract),
    ...commandPages(commands, written),
    lifePage,
    evidencePage,
    changelogPage(root, since),
  ]
}
