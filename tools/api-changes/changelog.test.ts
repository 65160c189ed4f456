import { expect, test } from 'vitest'
import { withApiChanges } from './changelog.ts'

const changelog = '# spec\n\n## 1.1.0\n\n### Minor Changes\n\n- New.\n\n## 1.0.0\n\n### API changes\n\nAll of it.\n'

test("API changes are inserted at the head of their version's entry", () => {
  expect(withApiChanges(changelog, '1.1.0', '- **feature** a: b')).toBe(
    changelog.replace('## 1.1.0\n', '## 1.1.0\n\n### API changes\n\n- **feature** a: b\n'),
  )
})

test.for(['1.0.0', '1.0', '2.0.0'])(
  'a version that has API changes already, or is missing, is left alone: %s',
  (version) => {
    expect(withApiChanges(changelog, version, '- **feature** a: b')).toBe(changelog)
  },
)
