import { expect, test } from 'vitest'
import { usePartnerCenter } from './jest.ts'

test("without Jest's globals, the error names the missing hooks", () => {
  expect(() => usePartnerCenter()).toThrow(
    "Jest's beforeAll, beforeEach, afterEach and afterAll are missing. Pass those of @jest/globals as the second argument.",
  )
})

test('the hooks of @jest/globals can be given', () => {
  const hooked: string[] = []
  const hook = (name: string) => () => void hooked.push(name)
  const hooks = {
    beforeAll: hook('beforeAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    afterAll: hook('afterAll'),
  }
  expect(usePartnerCenter({}, hooks)).toHaveProperty('isolated')
  expect(hooked.sort()).toEqual(Object.keys(hooks).sort())
})
