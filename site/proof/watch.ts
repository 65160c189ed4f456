import type { Page } from 'playwright-core'

/** What goes wrong on a page without anybody looking: what it asks of others, what its policy refuses, what its scripts throw. */
export interface Watch {
  readonly elsewhere: readonly string[]
  readonly complaints: readonly string[]
}

/** Watches a page from now on. Whatever does not begin with `home` is elsewhere. */
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
