import { expect, test } from 'vitest'
import { loadFile } from '../../test/fixture.ts'
import type { Json, Path } from '../grammar/json.ts'
import { findReference } from './data-references.ts'
import { locate, pathOf } from './source-file.ts'

test.each<[Json, Path | undefined]>([
  [{ $ref: '#/a' }, ['example', '$ref']],
  [{ a: [1, { $ref: '' }], b: { $ref: '' } }, ['example', 'a', 1, '$ref']],
  [
    [null, [{ b: { $ref: 'x' } }]],
    ['example', 1, 0, 'b', '$ref'],
  ],
  [{ $ref: { $ref: 'x' } }, ['example', '$ref', '$ref']],
  [{ $ref: 1 }, undefined],
  [{ ref: '#/a' }, undefined],
  ['$ref', undefined],
  [null, undefined],
  [[], undefined],
])('The first reference in %j is at %j', (value, path) => {
  const found = findReference(value, locate(loadFile('a.yaml', '{}'), ['example']))
  expect(found && pathOf(found)).toEqual(path)
})
