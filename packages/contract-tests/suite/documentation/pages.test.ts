// The samples of Microsoft's pages, as they are printed there, against the exchanges of the specification.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Exchange, ExchangeMessage } from '@partner-upgrades/spec'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, 'pages')
const pages = readdirSync(folder).map((file) => basename(file, '.http'))

interface Printed {
  readonly start: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Splits a printed message; some pages leave out the empty line before the body. */
function readMessage(text: string): Printed {
  const [start = '', ...lines] = text.trim().split('\n')
  const end = lines.findIndex((line) => line === '' || line === '{')
  const head = end < 0 ? lines : lines.slice(0, end)
  const headers = head.map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1) ?? expect.fail(`no header: ${line}`))
  return { start, headers: Object.fromEntries(headers), body: end < 0 ? '' : lines.slice(end).join('\n').trim() }
}

function readPage(name: string): { request: Printed; response: Printed } {
  const [request = '', response = ''] = readFileSync(join(folder, `${name}.http`), 'utf8').split('###')
  return { request: readMessage(request), response: readMessage(response) }
}

const named = (name: string): Exchange =>
  exchanges.find((exchange) => exchange.name === name) ?? expect.fail(`no exchange ${name}`)

const headersOf = ({ headers, omitted }: ExchangeMessage) => ({
  ...Object.fromEntries(headers),
  ...Object.fromEntries(omitted.map(({ name, value }) => [name, value])),
})

/** Headers that only frame a message: an exchange omits them from its request. */
const framing = ['Host', 'Content-Length', 'Expect', 'Connection']

test('each page is an exchange', () => {
  expect(pages.sort()).toEqual(exchanges.map(({ name }) => name).sort())
})

test.for(pages)('%s: the request is the printed one', (name) => {
  const { request: printed } = readPage(name)
  const { operation, request } = named(name)
  expect(operation).toBe(name.replace(/\..*$/, ''))
  expect(printed.start.split(/ +/)).toEqual([request.method, request.url, 'HTTP/1.1'])
  expect(headersOf(request)).toEqual(printed.headers)
  const framed = framing.filter((header) => header in printed.headers)
  expect(request.omitted.map(({ name: header }) => header).sort()).toEqual(framed.sort())
  expect(request.body).toBe(printed.body)
})

test.for(pages)('%s: the response is the printed one', (name) => {
  const { response: printed } = readPage(name)
  const { response } = named(name)
  expect(Number(printed.start.split(' ')[1])).toBe(response.status)
  expect(headersOf(response)).toEqual(printed.headers)
  expect(response.omitted.map(({ name: header }) => header)).toEqual(['Content-Length'])
  expect(response.body).toBe(printed.body)
})

test('printed messages that cannot be meant are marked as malformed', () => {
  const malformed = exchanges.flatMap(({ name, request, response }) => [
    ...(request.malformed === undefined ? [] : [`${name}: request`]),
    ...(response.malformed === undefined ? [] : [`${name}: response`]),
  ])
  expect(malformed.sort()).toEqual([
    'getProductUpgradeStatus.en-plain: request',
    'getProductUpgradeStatus.en: request',
    'getProductUpgradeStatus.fr: request',
    'getProductUpgradeStatus.zh-tw: request',
    'listCustomerAgreements.en: response',
    'listCustomerSubscriptions.en: request',
    'listCustomers.en: response',
  ])
})
