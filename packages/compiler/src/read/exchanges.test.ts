import { expect, test } from 'vitest'
import { compileFiles, documentOf, problemsOf } from '../../test/fixture.ts'

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
