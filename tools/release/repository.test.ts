import { expect, test } from 'vitest'
import { homepageField } from './repository.ts'

test.for([
  ['https://github.com/Owner/name', { homepage: 'https://owner.github.io/name/' }],
  ['https://git.example/owner/name', {}],
] as const)('the documentation of %s is at %j', ([url, field]) => {
  expect(homepageField(url)).toEqual(field)
})
