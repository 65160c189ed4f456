import { expect, test } from 'vitest'
import { bundleFiles, changed, documentOf, loadFile } from '../../test/fixture.ts'
import { exchangeObject } from './extensions.ts'
import { fromPointer, type Json } from './json.ts'

const body = { summary: 'Which', description: 'Which of them', malformed: 'It is cut', text: '{', value: 1 }
const omitted = [{ name: 'Content-Length', value: '340', reason: 'It is wrong' }]
const exchange = {
  operation: 'getThings',
  summary: 'Gets them',
  'x-evidence': { level: 'documented', source: 'a page' },
  request: { method: 'POST', url: '/things', malformed: 'It is odd', headers: { Accept: 'text/html' }, omitted, body },
  response: { status: 200, headers: { Age: '1' }, omitted, body },
}

/** Returns the problems reported for an exchange in which the value at a pointer is replaced or removed. */
function saidOf(place = '', content?: Json): readonly string[] {
  const { whole, problems } = bundleFiles({ 'openapi.yaml': documentOf() })
  const file = place === '' ? exchange : changed(exchange, fromPointer(place), content)
  whole.read(loadFile('exchange.yaml', JSON.stringify(file)), exchangeObject)
  return problems().map(({ pointer, message }) => `${pointer} ${message}`)
}

const texts = [
  ...['/operation', '/summary', '/x-evidence/level', '/x-evidence/source'],
  ...['method', 'url', 'malformed', 'headers/Accept'].map((field) => `/request/${field}`),
  '/response/headers/Age',
  ...['/request', '/response'].flatMap((message) => [
    ...['name', 'value', 'reason'].map((field) => `${message}/omitted/0/${field}`),
    ...['summary', 'description', 'malformed', 'text'].map((field) => `${message}/body/${field}`),
  ]),
]
const mappings = [
  ...['/request', '/response', '/x-evidence'],
  ...['headers', 'omitted/0', 'body'].flatMap((field) => [`/request/${field}`, `/response/${field}`]),
]
const objects: readonly (readonly [name: string, place: string, required: readonly string[]])[] = [
  ['exchange', '', ['operation', 'summary', 'request', 'response', 'x-evidence']],
  ['request', '/request', ['method', 'url']],
  ['response', '/response', ['status']],
  ['omitted header', '/request/omitted/0', ['name', 'value', 'reason']],
  ['printed body', '/response/body', []],
  ['evidence', '/x-evidence', ['level', 'source']],
]

// A single test, since the grammar is created once, at its first use.
test('The fields of an exchange and their types are checked', () => {
  expect(saidOf()).toEqual([])
  for (const place of texts) expect(saidOf(place, 5)).toEqual([`${place} must be text; put it in quotes`])
  for (const place of mappings) expect(saidOf(place, 'x')).toEqual([`${place} must be a mapping`])
  for (const place of ['/request/omitted', '/response/omitted']) {
    expect(saidOf(place, {})).toEqual([`${place} must be a list`])
  }
  for (const [name, place, required] of objects) {
    for (const field of required) {
      expect(saidOf(`${place}/${field}`)).toEqual([`${place} has no \`${field}\`; a ${name} must have one`])
    }
    expect(saidOf(`${place}/sumary`, 'x')).toEqual([
      expect.stringContaining(`${place}/sumary \`sumary\` is not a field of a ${name};`),
    ])
  }
})
