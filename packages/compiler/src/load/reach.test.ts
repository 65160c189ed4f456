import { expect, test } from 'vitest'
import { loadFile } from '../../test/fixture.ts'
import { fromPointer, type Path } from '../grammar/json.ts'
import { followAliases, type Place, placeBelow, placeId, reach } from './reach.ts'

const main = `
start:
  plain: { a: [{ $ref: '#/parts/b' }, text, null] }
  loop: { $ref: '#/start/loop' }
  away: { $ref: './other.yaml#/a' }
  lost: { $ref: './lost.yaml' }
  mapped: { discriminator: { propertyName: kind, mapping: { a: Named, b: '#/parts/c', c: 1 } } }
  base: { $ref: '#/components/schemas/Base' }
parts:
  b: { $ref: '#/parts/c' }
  c: { $ref: ./other.yaml }
  text: a
components:
  schemas:
    Named: {}
    Base: { discriminator: { propertyName: kind } }
    Plain: {}
    Sub: { allOf: [{ $ref: '#/components/schemas/Base' }, true, {}] }
    Lower: { allOf: [{ $ref: '#/components/schemas/Plain' }, { $ref: '#/components/schemas/Sub' }] }
    Apart: { allOf: [{ $ref: '#/components/schemas/Plain' }] }
    Yes: true
`
function load() {
  const root = { ...loadFile('main.yaml', main), path: '/main.yaml' }
  const other = { ...loadFile('other.yaml', "{ a: { $ref: 'main.yaml#/parts/text' }, b: 1 }"), path: '/other.yaml' }
  const fileAt = (path: string) => [root, other].find((file) => file.path === path)
  const place = (path: Path): Place => ({ file: root, path })
  return { root, fileAt, place }
}

// OpenAPI 3.1.1, section 4.8.25: a discriminator refers to the schemas of its mapping, and to those that extend its own.
test.each([
  ['start/plain', ['/main.yaml#/parts/b', '/main.yaml#/parts/c', '/other.yaml#', '/main.yaml#/parts/text']],
  ['start/loop', []],
  ['start/away', ['/other.yaml#/a', '/main.yaml#/parts/text']],
  ['start/lost', []],
  [
    'start/mapped',
    ['/main.yaml#/components/schemas/Named', ...['/main.yaml#/parts/c', '/other.yaml#', '/main.yaml#/parts/text']],
  ],
  ['start/base', ['Base', 'Sub', 'Lower', 'Plain'].map((name) => `/main.yaml#/components/schemas/${name}`)],
  ['components/schemas/Plain', []],
  ['parts/text', []],
  ['none', []],
])('From %s, references lead to %j', (start, places) => {
  const { root, fileAt, place } = load()
  const found = reach([place(start.split('/'))], root, fileAt)
  expect([...found].sort()).toEqual([`/main.yaml#/${start}`, ...places].sort())
})

test.each([
  ['#/parts/b', '/other.yaml#'],
  ['#/parts/text', '/main.yaml#/parts/text'],
  ['#/start/lost', '/main.yaml#/start/lost'],
  ['#/start/loop', '/main.yaml#/start/loop'],
  ['#/start/away', '/main.yaml#/parts/text'],
  ['#/start/plain', '/main.yaml#/start/plain'],
])('%s is an alias of %s', (pointer, id) => {
  const { fileAt, place } = load()
  expect(placeId(followAliases(place(fromPointer(pointer)), fileAt))).toBe(id)
})

test('The ID of a place contains its file and its pointer', () => {
  const { place } = load()
  expect(placeId(place([]))).toBe('/main.yaml#')
  expect(placeId(placeBelow(placeBelow(place(['a/b']), 0), '~'))).toBe('/main.yaml#/a~1b/0/~0')
})
