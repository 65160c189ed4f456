import { launchChromium } from '@partner-upgrades/tools/chromium'
import type { Adapter } from '../adapters/adapter.ts'
import { servePage } from './page-server.ts'

/** The adapter of a page in a real Chromium. */
export interface ChromiumAdapter extends Adapter {
  close(): Promise<void>
}

/** Starts Chromium with a page that has a mock behind msw's worker. */
export async function startChromiumAdapter(): Promise<ChromiumAdapter> {
  const [server, browser] = await Promise.all([servePage(`${import.meta.dirname}/page.ts`), launchChromium()])
  const page = await browser.newPage()
  await page.goto(server.url)
  return {
    converse: () => page.evaluate(calling('converse')),
    observe: (preset) => page.evaluate(calling('observe', preset)),
    breakContract: () => page.evaluate(calling('breakContract')),
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

/** The code that the page runs to call its adapter. */
function calling(name: keyof Adapter, ...args: readonly string[]): string {
  return `import('/page.js').then(({ adapter }) => adapter.${name}(...${JSON.stringify(args)}))`
}
