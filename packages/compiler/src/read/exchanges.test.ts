import { expect, test } from 'vitest'
import { changed, compileFiles, documentOf, oneOperation, problemsOf } from '../../test/fixture.ts'
import { fromPointer, type Json } from '../grammar/json.ts'

const exchange = {
  operation: 'getThings',
  summary: 'Gets them',
  'x-evidence': { level: 'documented', source: 'a page' },
  request: {
    method: 'POST',
    url: 'https://eu.example.com/things',
    headers: { Accept: 'text/html' },
    omitted: [{ name: 'Content-Length', value: '340', reason: 'It is wrong' }],
    body: { summary: 'Which', description: 'Which of them', malformed: 'It is cut', text: '{' },
  },
  response: { status: 200, headers: { Age: '1' }, omitted: [], body: { value: 'a' } },
}

/** What is said of a place once something else stands there, or of what it is in once there is nothing. */
async function messagesAt(place: string, content?: Json): Promise<readonly string[]> {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: oneOperation() }),
    'exchanges/get.yaml': JSON.stringify(changed(exchange, fromPointer(place), content)),
  })
  const told = content === undefined ? place.slice(0, place.lastIndexOf('/')) : place
  return problems
    .filter(({ file, pointer }) => file.endsWith('get.yaml') && pointer === told)
    .map(({ message }) => message)
}

test('a path that does not fit its parameters is told, unless it is said to be malformed; and the other way round', async () => {
  const paths = `  /things/{thing-id}:
    get:
      operationId: getThing
      parameters: [{ name: thing-id, in: path, required: true, schema: { type: string, pattern: '^[0-9]+$' } }]
      responses: { '200': { description: Ok } }`
  const filesOf = (url: string, malformed?: string) => {
    const request = { method: 'GET', url, ...(malformed !== undefined && { malformed }) }
    return {
      'openapi.yaml': documentOf({ paths }),
      'exchanges/get.yaml': JSON.stringify({ ...exchange, operation: 'getThing', request, response: { status: 200 } }),
    }
  }
  const told = async (url: string, malformed?: string) =>
    (await problemsOf(filesOf(url, malformed))).map(({ pointer, message }) => `${pointer} ${message}`)
  await compileFiles(filesOf('https://eu.example.com/things/7'))
  const { files } = await compileFiles(filesOf('https://eu.example.com/things/<thing-id>', 'It is a placeholder'))
  expect(files.get('exchanges.ts')).toContain("malformed: 'It is a placeholder'")
  expect(await told('https://eu.example.com/things/<thing-id>')).toEqual([
    expect.stringMatching(/^\/request\/url does not fit \{thing-id\} of getThing; /),
  ])
  expect(await told('https://eu.example.com/things/7', 'It is a placeholder')).toEqual([
    expect.stringMatching(/^\/request\/malformed is said of a request whose path fits/),
  ])
})

const texts = [
  ...[
    '/operation',
    '/summary',
    '/request/malformed',
    '/request/method',
    '/request/url',
    '/request/headers/Accept',
    '/response/headers/Age',
  ],
  ...['name', 'value', 'reason'].map((field) => `/request/omitted/0/${field}`),
  ...['summary', 'description', 'malformed', 'text'].map((field) => `/request/body/${field}`),
]

test.each(texts)('%s must be a string', async (place) => {
  expect(await messagesAt(place, 5)).toContain('must be text; put it in quotes')
})

test.each(['/request', '/response', '/request/headers', '/request/omitted/0', '/response/body'])(
  '%s must be a mapping',
  async (place) => {
    expect(await messagesAt(place, 'x')).toContain('must be a mapping')
  },
)

test.each([
  ['an exchange', '', ['operation', 'summary', 'request', 'response', 'x-evidence']],
  ['a request', '/request', ['method', 'url']],
  ['a response', '/response', ['status']],
  ['an omitted header', '/request/omitted/0', ['name', 'value', 'reason']],
])('What %s must have is told where it is missing', async (name, place, fields) => {
  const [, kind] = /^an? (.*)/.exec(name) ?? []
  for (const field of fields) {
    expect(await messagesAt(`${place}/${field}`)).toContain(`has no \`${field}\`; a ${kind} must have one`)
  }
})

test.each([
  ['exchange', ''],
  ['request', '/request'],
  ['response', '/response'],
  ['omitted header', '/request/omitted/0'],
  ['printed body', '/request/body'],
])('What is misspelt in an %s is told', async (name, place) => {
  expect(await messagesAt(`${place}/sumary`, 'x')).toEqual([
    expect.stringContaining(`\`sumary\` is not a field of a ${name};`),
  ])
})
