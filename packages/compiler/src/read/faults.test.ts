import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import type { Json, JsonObject } from '../grammar/json.ts'
import type { FaultDefinition } from '../runtime/model.ts'
import { declares, readFaults, responseKey } from './faults.ts'
import { readOperations } from './operation-object.ts'

const paths = `/a: { get: { operationId: a, responses: { '404': { description: None }, 5XX: { description: Bad } } } }
/b: { get: { operationId: b, responses: { default: { description: Any } } } }`
const evidence = { level: 'documented', source: 'a page' }
const guess = { level: 'inferred', source: 'a guess' }
const whole: JsonObject = {
  code: '100',
  name: 'nothingThere',
  status: 404,
  text: 'Nothing at {0}, not {0} but {1}',
  earlierTexts: ['{1} is nowhere'],
  parameters: ['id', 'other'],
  operations: { a: guess, b: evidence },
  actor: 'developer',
  remedy: 'Look elsewhere.',
  retry: 'never',
  'x-evidence': evidence,
}

interface Read {
  readonly faults: Readonly<Record<string, FaultDefinition>>
  readonly said: readonly string[]
}

function read(faults: JsonObject, actors?: readonly string[], leftOut: readonly string[] = []): Read {
  const rest = `x-faults: ${JSON.stringify(faults)}`
  const { reader, problems } = readFiles({ 'openapi.yaml': documentOf({ paths, rest }) })
  const part = { ...reader, bundle: { ...reader.bundle, leftOut: new Set(leftOut) } }
  const found = readFaults(readOperations(reader), actors, part)
  return { faults: found, said: problems().map(({ pointer, message }) => `${pointer} ${message}`) }
}

test('A fault is read completely', () => {
  const { 'x-evidence': _, ...fields } = whole
  expect(read({ '100': whole })).toEqual({ faults: { '100': { ...fields, evidence } }, said: [] })
})

test('Optional lists of a fault are empty by default', () => {
  const { earlierTexts: _, parameters: __, ...rest } = whole
  const { faults, said } = read({ '100': { ...rest, text: 'None', operations: {} } })
  expect(said).toEqual([])
  expect(faults['100']).toMatchObject({ earlierTexts: [], parameters: [], operations: {} })
})

const at = '/x-faults/100'
const status = `${at}/status is not the status of a fault; use a number from 400 to 599`

test.each<[string, JsonObject, readonly string[], (readonly string[])?]>([
  ['an actor that is listed', { actor: 'nobody' }, [], ['developer', 'nobody']],
  [
    'an actor that is not listed',
    { actor: 'somebody' },
    [`${at}/actor is not an actor; use one of developer, nobody`],
    ['developer', 'nobody'],
  ],
  ['any actor', { actor: 'somebody' }, []],
  ['no actor', { actor: '' }, [`${at}/actor is not an actor; use a text`]],
  ['a later retry', { retry: 'later' }, []],
  ['a retry after an action', { retry: 'afterAction' }, []],
  [
    'an unknown retry',
    { retry: 'soon' },
    [`${at}/retry does not say whether to retry; use one of never, later, afterAction`],
  ],
  ['another code', { code: '101' }, [`${at}/code is listed as 100; make both the same`]],
  ['the lowest status', { status: 400, operations: {} }, []],
  ['the highest status', { status: 599, operations: { a: guess } }, []],
  ['a status below the lowest', { status: 399 }, [status]],
  ['a status above the highest', { status: 600 }, [status]],
  ['a fractional status', { status: 404.5 }, [status]],
  ['a status that is a string', { status: '404' }, [status]],
  ['a name with a number', { name: 'a1B' }, []],
  ['a name that starts with a capital', { name: 'Nothing' }, [`${at}/name is not a name in camelCase; correct it`]],
  ['a name with a hyphen', { name: 'a-b' }, [`${at}/name is not a name in camelCase; correct it`]],
  ['a name with a leading space', { name: ' a' }, [`${at}/name is not a name in camelCase; correct it`]],
  [
    'too few parameters',
    { parameters: ['id'] },
    [`${at}/parameters names 1 of the 2 placeholders in the text; name each, in order`],
  ],
  [
    'too many parameters',
    { parameters: ['id', 'b', 'c'] },
    [`${at}/parameters names 3 of the 2 placeholders in the text; name each, in order`],
  ],
  ['placeholders with two digits', { text: '{0} {10}', earlierTexts: [] }, []],
  ['an earlier text with fewer placeholders', { earlierTexts: ['None', 'None at {0}'] }, []],
  [
    'an earlier text with another placeholder',
    { earlierTexts: ['{0}', '{0} {2}'] },
    [`${at}/earlierTexts have a placeholder that the text lacks; number them as the text does`],
  ],
  [
    'an operation that does not exist',
    { operations: { c: guess } },
    [`${at}/operations/c fault 100 names an operation that does not exist; use one of a, b`],
  ],
  [
    'a status that an operation does not declare',
    { status: 403 },
    [`${at}/operations/a fault 100 returns 403, which a does not declare; add that response`],
  ],
  [
    'an operation with an unknown evidence level',
    { operations: { a: { level: 'sure', source: 'me' } } },
    [`${at}/operations/a/level is not an evidence level; use one of documented, sdk, captured, vendor, inferred`],
  ],
])('The problems reported for a fault with %s', (_, changes, said, actors) => {
  expect(read({ '100': { ...whole, ...changes } }, actors).said).toEqual(said)
})

test('An invalid fault is left out, and a fault of an operation that is left out stays', () => {
  expect(read({ '100': { ...whole, status: 200 } }).faults).toEqual({})
  expect(read({ '100': { ...whole, retry: 'soon' } }).faults).toEqual({})
  expect(read({ '100': { ...whole, 'x-evidence': { level: 'sure', source: 'me' } } }).faults).toEqual({})
  const { faults, said } = read({ '100': { ...whole, operations: { a: guess, gone: guess } } }, undefined, ['gone'])
  expect([faults['100']?.operations, said]).toEqual([{ a: guess }, []])
})

test('The names of faults must be unique, and numeric codes ascend', () => {
  const named = (code: string, name: string): Json => ({ ...whole, code, name })
  const { faults, said } = read({ '200': named('200', 'a'), '30': named('30', 'b'), '100': named('100', 'a') })
  expect(Object.keys(faults)).toEqual(['30', '100', '200'])
  expect(said).toEqual(['/x-faults/200/name is also the name of fault 100; rename one'])
})

// OpenAPI 3.1.1, section 4.8.16: a status, its range, or the default.
test.each([
  [['404', '4XX', 'default'], 404, '404'],
  [['4XX', 'default'], 404, '4XX'],
  [['default', '5XX'], 404, 'default'],
  [['5XX', '403'], 404, undefined],
  [[], 404, undefined],
  [['4XX'], 499, '4XX'],
])('Of the responses %j, the one for %i is %s', (keys, code, key) => {
  const responses = Object.fromEntries(keys.map((name) => [name, {}]))
  expect(responseKey(responses, code)).toBe(key)
  expect(declares(responses, code)).toBe(key !== undefined)
})
