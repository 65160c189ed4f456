import { expect, test } from 'vitest'
import {
  decodePathText,
  parseHeaderText,
  parseParameterText,
  parseQueryText,
  queryTexts,
  type TextType,
} from './parameter-text.ts'

const list = { type: 'array', items: 'string' } as const
const integers = { type: 'array', items: 'integer' } as const

// RFC 6570, section 3.2.1: the values of a list are encoded separately, and joined by commas.
test.each<[TextType, string, unknown]>([
  [{ type: 'string' }, 'a%2Cb', 'a,b'],
  [{ type: 'string' }, '%zz', '%zz'],
  [{ type: 'integer' }, '12', 12],
  [{ type: 'integer' }, '%31', 1],
  [{ type: 'integer' }, '%205', ' 5'],
  [{ type: 'boolean' }, 'true', true],
  [{ type: 'boolean' }, 'True', 'True'],
  [{ type: 'boolean' }, 'false', false],
  [{ type: 'number' }, '1.5', 1.5],
  [{ type: 'string' }, 'true', 'true'],
  [{ type: 'string' }, '1', '1'],
  [list, 'a,b', ['a', 'b']],
  [list, 'a%2Cb,c', ['a,b', 'c']],
  [list, 'a,%20b', ['a', ' b']],
  [list, 'a,,b', ['a', '', 'b']],
  [list, '', []],
  [{ type: 'array' }, '1', ['1']],
  [integers, '1,2,x', [1, 2, 'x']],
  [integers, '1%2C2', ['1,2']],
])('in a path, as %j, %s is %j', (parameter, text, value) => {
  expect(parseParameterText(parameter, text, decodePathText)).toEqual(value)
})

// RFC 6570, section 3.2.8, and the form of a query: a plus is a space.
test.each<[TextType & { explode?: boolean }, string, unknown]>([
  [{ type: 'string' }, 'a=x%20y', 'x y'],
  [{ type: 'string' }, 'a=x+y', 'x y'],
  [{ type: 'string' }, 'a=x%2By', 'x+y'],
  [{ type: 'string' }, 'a=%EF%BB%BFx', '\uFEFFx'],
  [{ type: 'string' }, 'a=x=y', 'x=y'],
  [{ type: 'string' }, 'a', ''],
  [{ type: 'string' }, 'b=1', undefined],
  [{ type: 'string' }, '', undefined],
  [{ type: 'string' }, '%61=1&a=2', '1'],
  [{ type: 'number' }, 'a=+5', ' 5'],
  [{ type: 'number' }, 'a=0x10', '0x10'],
  [{ ...list, explode: false }, 'a=x%2Cy,z', ['x,y', 'z']],
  [{ ...list, explode: false }, 'a=', []],
  [{ ...integers, explode: false }, 'a=1,2', [1, 2]],
  [{ ...list, explode: true }, 'a=x,y&b=1&a=z', ['x,y', 'z']],
  [{ ...integers, explode: true }, 'a=1&a=2', [1, 2]],
  [{ ...list, explode: true }, 'b=1', undefined],
  [{ type: 'array', explode: true }, 'a=1', ['1']],
  [{ type: 'string', explode: true }, 'a=1&a=2', '1'],
])('in a query, as %j, %s is %j', (parameter, query, value) => {
  expect(parseQueryText({ name: 'a', ...parameter }, query)).toEqual(value)
})

// RFC 9110, section 5.6.1: whitespace around elements and empty elements are ignored. OpenAPI 3.1.1, Appendix D: nothing is encoded.
test.each<[TextType, string, unknown]>([
  [{ type: 'string' }, 'a%2Cb', 'a%2Cb'],
  [{ type: 'integer' }, '60', 60],
  [integers, '60, 3600', [60, 3600]],
  [integers, '60,\t3600 ,', [60, 3600]],
  [list, 'a, ,b', ['a', 'b']],
  [list, 'a%2Cb', ['a%2Cb']],
  [list, '', []],
  [{ type: 'array', items: 'boolean' }, 'true, no', [true, 'no']],
])('in a header, as %j, "%s" is %j', (header, text, value) => {
  expect(parseHeaderText(header, text)).toEqual(value)
})

test('a name may be empty, whereas an empty pair of a query has no name', () => {
  expect(queryTexts('', '')).toEqual([])
  expect(queryTexts('a=1&&=2&', '')).toEqual(['2'])
})
