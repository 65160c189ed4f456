import type { Page } from 'playwright-core'

/** Problems of a page that are not visible: requests to other sites, violations of its policy, errors of its scripts. */
export interface Watch {
  readonly elsewhere: readonly string[]
  readonly complaints: readonly string[]
}

/** Watches a page from now on. Requests to addresses that do not start with `home` are recorded as `elsewhere`. */
export function watch(page: Page, home: string): Watch {
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { elsewhere, complaints }
}
