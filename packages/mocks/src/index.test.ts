import { expect, test } from 'vitest'
import * as core from './core.ts'
import * as root from './index.ts'

test('the msw entry exports everything of the entry without msw', () => {
  expect(Object.keys(root)).toEqual(expect.arrayContaining(Object.keys(core)))
})

test('the root entry provides handlers, and a live journal', async () => {
  const mock = root.createPartnerCenterMock()
  expect(mock.handlers).toHaveLength(1)
  await mock.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades')
  expect(mock.requests).toHaveLength(1)
})
