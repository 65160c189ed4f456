import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { recordingPath } from '../../test/recording.ts'
import { HarError, readHar } from './read-har.ts'

const good = () => readFile(recordingPath('good'), 'utf8')

test('a HAR is read, with a byte order mark or without', async () => {
  const text = await good()
  expect(readHar(text).log.entries).toHaveLength(6)
  expect(readHar(`\uFEFF${text}`)).toEqual(readHar(text))
})

test('members that verification does not need may be missing', () => {
  const entry = { request: { method: 'GET', url: 'https://example.org/' }, response: { status: 200 } }
  const [read] = readHar(JSON.stringify({ log: { entries: [entry] } })).log.entries
  expect(read?.response).toMatchObject({ headers: [], content: { size: -1 } })
})

test.for<[string, string, RegExp]>([
  ['an empty file', ' \n', /empty/],
  ['HTML', '<!doctype html>', /HTML/],
  ['a word', 'nothing', /not JSON/],
  ['broken JSON', '{\n "log": {\n oops', /line 3/],
  ['a list', '[]', /not an object/],
  ['other JSON', '{"openapi":"3.1.1"}', /no "log"/],
  ['a log of something else', '{"log":{"entries":{}}}', /no list of "entries"/],
  ['an entry without a request', '{"log":{"entries":[{"response":{"status":200}}]}}', /entry 0 has no "request"/],
  ['an entry without a status', '{"log":{"entries":[{"request":{"method":"GET","url":"/"},"response":{}}]}}', /status/],
])('%s is not a HAR, reported in one line', ([, text, message]) => {
  const read = () => readHar(text)
  expect(read).toThrow(HarError)
  expect(read).toThrow(message)
  expect(read).not.toThrow(/\n/)
})

test('a truncated HAR is reported as truncated', async () => {
  const text = (await good()).trim()
  for (const length of [1, 20, 500, 1234, text.length - 1]) {
    expect(() => readHar(text.slice(0, length))).toThrow(/ends in the middle/)
  }
})

test('the text that the parser rejects is not quoted', () => {
  expect(() => readHar('Bearer hunter2')).not.toThrow(/hunter2/)
})
