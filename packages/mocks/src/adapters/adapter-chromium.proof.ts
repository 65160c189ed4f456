import { afterAll, beforeAll } from 'vitest'
import { describeAdapter } from '../../test/adapters/describe-adapter.ts'
import { type ChromiumAdapter, startChromiumAdapter } from '../../test/chromium/chromium-adapter.ts'

let chromium: ChromiumAdapter
beforeAll(async () => {
  chromium = await startChromiumAdapter()
})
afterAll(() => chromium.close())

describeAdapter('msw 3 in Chromium', {
  converse: () => chromium.converse(),
  observe: (preset) => chromium.observe(preset),
  breakContract: () => chromium.breakContract(),
})
