import { expect, test } from 'vitest'
import { anchorsOf, githubSlug } from './slug.ts'

test.each([
  ['Crashes, and answers that never come', 'crashes-and-answers-that-never-come'],
  ['C#', 'c'],
  ['`create()` – twice', 'create--twice'],
])('the heading %s has the anchor that GitHub gives it', (heading, anchor) => {
  expect(githubSlug(heading)).toBe(anchor)
})

test('repeated headings are numbered, and comments in code are not headings', () => {
  expect(anchorsOf('# A\n\n## b\n\n```sh\n# b\n```\n\n### b\n\n## c\n')).toEqual(['a', 'b', 'b-1', 'c'])
})
