import { operationsOf } from '../contract/operations.ts'
import { changelogPage, type SinceRelease } from './changelog.ts'
import { evidencePage } from './evidence.ts'
import { faultPages } from './fault.ts'
import { homePage } from './home.ts'
import { lifePage } from './life.ts'
import { operationPage, type Sources } from './operation.ts'
import type { Page } from './page.ts'
import { repositoryPages } from './repository.ts'

/** All pages but those of the packages' symbols, in the order of the navigation. */
export function allPages(sources: Sources, root: string, since: SinceRelease | undefined): readonly Page[] {
  return [
    homePage(sources, root),
    ...repositoryPages(root),
    ...operationsOf(sources.document).map((place) => operationPage(sources, place)),
    ...faultPages(sources.contract),
    lifePage,
    evidencePage,
    changelogPage(root, since),
  ]
}
