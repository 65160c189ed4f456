import { expect, test } from 'vitest'
import { loadFile } from '../../test/fixture.ts'
import { readReference } from './reference-text.ts'

// RFC 3986, section 5.2 (relative references), and RFC 6901, section 6 (pointers in fragments).
test.each([
  ['#/a/b', '/specs/paths/a.yaml', ['a', 'b'], true],
  ['#', '/specs/paths/a.yaml', [], true],
  ['', '/specs/paths/a.yaml', [], true],
  ['b.yaml', '/specs/paths/b.yaml', [], true],
  ['b.yaml#/a', '/specs/paths/b.yaml', ['a'], true],
  ['../b.yaml#', '/specs/b.yaml', [], true],
  ['./c/b%20c.yaml', '/specs/paths/c/b c.yaml', [], true],
  ['/b.yaml', '/b.yaml', [], true],
  ['100%.yaml#/50%', '/specs/paths/100%.yaml', ['50%'], true],
  ['#/a%20b~1c', '/specs/paths/a.yaml', ['a b/c'], true],
  ['#anchor', '/specs/paths/a.yaml', [], false],
  ['b.yaml#anchor/a', '/specs/paths/b.yaml', ['a'], false],
])('The reference "%s" leads to %s, %j', (reference, path, keys, isPointer) => {
  const file = { ...loadFile('a.yaml', '{}'), path: '/specs/paths/a.yaml' }
  expect(readReference(reference, file)).toEqual({ path, keys, isPointer })
})
