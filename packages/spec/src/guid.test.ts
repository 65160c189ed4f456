import { expect, test } from 'vitest'
import schema from './generated/schemas/Guid.json' with { type: 'json' }
import { emptyGuid, findGuids, isEmptyGuid, isGuid, toGuid } from './guid.ts'

const id = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

test('a GUID has hyphens, no braces and any case', () => {
  expect(isGuid(id)).toBe(true)
  expect(isGuid(id.toUpperCase())).toBe(true)
  expect(isGuid(`{${id}}`)).toBe(false)
  expect(isGuid(`urn:uuid:${id}`)).toBe(false)
  expect(isGuid(id.replaceAll('-', ''))).toBe(false)
  expect(isGuid(`${id}\n`)).toBe(false)
  expect(isGuid(42)).toBe(false)
})

test.for([id, id.toUpperCase(), emptyGuid, `{${id}}`, id.replaceAll('-', ''), `${id}0`, 'urn', ''])(
  'the schema of the contract agrees about %j',
  (text) => {
    expect(isGuid(text)).toBe(new RegExp(schema.pattern).test(text))
  },
)

test.for([undefined, null, '', '  ', emptyGuid, `{${emptyGuid}}`, '0'.repeat(32)])(
  '%j counts as a missing GUID',
  (value) => {
    expect(isEmptyGuid(value)).toBe(true)
    expect(toGuid(value)).toBeUndefined()
  },
)

test.for([id, `{${id}}`, `(${id})`, ` ${id} `, id.replaceAll('-', '')])(
  '%j is read as a GUID with hyphens',
  (value) => {
    expect(isEmptyGuid(value)).toBe(false)
    expect(toGuid(value)).toBe(id)
  },
)

test('GUIDs are found within a text', () => {
  expect(findGuids(`upgrade ${id}, customer (${emptyGuid}).`)).toEqual([id, emptyGuid])
  expect(findGuids('none')).toEqual([])
})
