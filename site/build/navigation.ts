import type { Page } from '../pages/page.ts'
import type { SiteData } from '../theme/site-data.ts'

/** The groups of pages, in the order in which they first appear; guides come first. */
export function navigationOf(pages: readonly Page[]): SiteData['navigation'] {
  const groups = new Map<string, { path: string; title: string }[]>()
  for (const { group, path, title, label = title } of pages) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), { path, title: label }])
  }
  return [...groups].map(([title, links]) => ({ title, links }))
}
