import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed, entryOf, harOf, recording } from '../../test/recording.ts'
import { anonymiseHar } from './anonymise-har.ts'
import { productUpgrades } from './api.ts'
import { promote } from './promote.ts'
import { HarError, readHar } from './read-har.ts'
import { renderTrafficReport } from './render-traffic-report.ts'
import { verifyHar } from './verify-har.ts'

const bodies = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string(),
  fc.constantFrom('', '<html>', 'null', '{"code":null}', '[[['),
)
const headers = fc.array(fc.record({ name: fc.string(), value: fc.string() }), { maxLength: 4 })
const paths = fc.oneof(
  fc.constantFrom('', '/eligibility', '/%', '/%E0%A4%A/status', '/__proto__/status', '/a/status?x=%&y'),
  fc.webPath(),
)

test('any HAR is verified, anonymised and promoted, or refused with a reason', async () => {
  const entry = await entryOf('good', 2)
  fc.assert(
    fc.property(bodies, bodies, headers, headers, paths, fc.nat(600), (asked, answered, sent, got, path, status) => {
      const url = `https://api.partnercenter.microsoft.com/v1/productUpgrades${path}`
      const whole = changed(entry, {
        request: { url, headers: sent, postData: { mimeType: 'application/json', text: asked } },
        response: { status, headers: got, content: { size: -1, mimeType: 'application/json', text: answered } },
      })
      const har = readHar(JSON.stringify(harOf(whole)))
      try {
        renderTrafficReport(verifyHar(har, productUpgrades))
        verifyHar(anonymiseHar(har, productUpgrades), productUpgrades)
        promote(har, 0)
      } catch (error) {
        expect(error).toBeInstanceOf(HarError)
      }
    }),
    { seed: 20_191_004, numRuns: 300 },
  )
})

test('any JSON is read as a HAR, or refused with a reason', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (log, entry) => {
      for (const text of [log, `{"log":${log}}`, `{"log":{"entries":[${entry}]}}`]) {
        try {
          readHar(text)
        } catch (error) {
          expect(error).toBeInstanceOf(HarError)
        }
      }
    }),
    { seed: 20_191_004, numRuns: 1_000 },
  )
})

test('customers and names are removed wherever they are in a body', async () => {
  const entry = await entryOf('good', 0)
  const customer = '4c721420-72ad-4708-a0a7-371a2f7b0969'
  const planted = fc.constantFrom(
    customer,
    customer.toUpperCase(),
    customer.replaceAll('-', ''),
    `of ${customer}.`,
    'jane@contoso.com',
    'see contoso.onmicrosoft.com',
    'Bearer contoso-0123456789',
    'password=contoso',
    `eyJhbGciOiJub25lIn0.${Buffer.from('contoso').toString('base64url')}.c2ln`,
  )
  const name = fc.constantFrom(
    'customerId',
    'code',
    'description',
    'reason',
    'attributes',
    'etag',
    'status',
    'other',
    customer,
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      planted,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 3 }),
    ),
  }))
  fc.assert(
    fc.property(tree, fc.nat(1), (value, side) => {
      const text = JSON.stringify(value)
      const whole = changed(
        entry,
        side === 0
          ? { request: { postData: { mimeType: 'application/json', text } } }
          : { response: { content: { size: -1, mimeType: 'application/json', text } } },
      )
      const out = JSON.stringify(anonymiseHar(harOf(whole), productUpgrades).log.entries[0])
      expect(out.replaceAll('-', '')).not.toMatch(/4c72142072ad4708a0a7371a2f7b0969|contoso|Y29udG9zb/i)
    }),
    { seed: 20_191_004, numRuns: 1_000 },
  )
})

test('a deeply nested body does not bypass validation', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  for (const text of [deep, `{"lineItems":${deep}}`, `{"other":${deep}}`]) {
    const entry = changed(await entryOf('good', 2), {
      response: { content: { size: -1, mimeType: 'application/json', text } },
    })
    const har = harOf(entry)
    expect(verifyHar(har, productUpgrades).violations).not.toEqual([])
    expect(verifyHar(anonymiseHar(har, productUpgrades), productUpgrades).violations).not.toEqual([])
  }
})

test('very long texts are searched in bounded time', async () => {
  const long = ['a-', 'a.', 'a@', "'", '1 ', 'token', 'é'].map((part) => part.repeat(200_000))
  for (const description of long) {
    const text = JSON.stringify({ code: '1', description })
    const entry = changed(await entryOf('good', 3), {
      response: { content: { size: -1, mimeType: 'application/json', text } },
    })
    const [out] = anonymiseHar(harOf(entry), productUpgrades).log.entries
    expect(out?.response.content.text?.length).toBeLessThan(5_000)
  }
})

test("a browser's recording is verified, and unrelated entries are counted", async () => {
  const har = await recording('browser')
  const report = verifyHar(har, productUpgrades, { baseUrls: ['http://127.0.0.1:4010'] })
  expect(report).toMatchObject({ entries: 4, checked: 3, skipped: 1, violations: [], additions: [], unchecked: [] })
  expect(JSON.stringify(anonymiseHar(har, productUpgrades))).not.toMatch(/the-token|4c721420/)
})
