import { expect, test } from 'vitest'
import { changed, entryOf, harOf, recording } from '../../test/recording.ts'
import { anonymiseHar } from './anonymise-har.ts'
import { productUpgrades } from './api.ts'
import type { HarEntry } from './har.ts'
import { verifyHar } from './verify-har.ts'

const customer = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const token = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJ1cG4iOiJqYW5lQGNvbnRvc28uY29tIn0.c2lnbmF0dXJl'
const names = ['Contoso Ltd', 'Jané Døe', 'jane.doe@contoso.com', 'contoso.onmicrosoft.com', '+1 (425) 555-0100']
const secrets = [
  token,
  'opaque-42',
  'b2VmQ~8Kq.secretSecret_1234567890abcdef',
  'hunter2hunter2',
  'AbCdEfGhIjKlMnOpQrStUv01',
  'session-cookie-value',
  '1967-10-04',
  'in-the-fragment',
  'partner-app',
]

/** Traffic with everything that must not be kept, in every possible place. */
async function tellingTraffic(): Promise<readonly HarEntry[]> {
  const [check, create, status] = [await entryOf('good', 0), await entryOf('good', 1), await entryOf('good', 2)]
  const json = (value: unknown) => ({
    mimeType: 'application/json; boundary=hunter2hunter2',
    text: JSON.stringify(value),
  })
  const telling = {
    customerId: customer.toUpperCase(),
    productFamily: 'Azure',
    displayName: names[0],
    contact: { firstName: names[1], email: names[2], phones: [names[4]] },
    [names[3] ?? '']: { [customer]: secrets[2] },
    partnerNumber: 987_654_321,
    bornOn: '1967-10-04',
    notes: `${names[0]} of ${customer.replaceAll('-', '')}`,
    code: secrets[4],
  }
  const headers = [
    { name: 'Authorization', value: `Bearer ${token}` },
    { name: 'Cookie', value: 'sid=session-cookie-value; lang=en' },
    { name: 'X-Api-Key', value: 'hunter2hunter2' },
    { name: 'MS-PartnerCenter-Application', value: 'partner-app' },
    { name: 'MS-RequestId', value: customer },
    { name: 'X-Customer', value: `${names[0]}` },
    { name: 'X-Locale', value: 'jane.doe@contoso.com' },
    { name: 'Content-Type', value: 'application/json; owner=hunter2hunter2' },
  ]
  const text = `Customer '${names[0]}' (${customer}) of contoso.onmicrosoft.com, ${names[2]}, ${names[4]}, refused ${token}; client_secret=hunter2hunter2 partner-app opaque-42`
  const page = (body: string) => ({ size: body.length, mimeType: 'text/html', text: body })
  return [
    changed(check, {
      request: {
        url: `https://jane:hunter2hunter2@api.partnercenter.microsoft.com/v1/productUpgrades/eligibility?access_token=${token}&customer=${customer}#in-the-fragment`,
        headers,
        cookies: [{ name: 'sid', value: 'session-cookie-value' }],
        queryString: [{ name: 'access_token', value: token }],
        postData: json(telling),
      },
      response: {
        status: 403,
        statusText: `${names[0]} is refused`,
        redirectURL: `https://login.example/?token=${token}`,
        headers: [
          { name: 'Set-Cookie', value: 'sid=session-cookie-value; Path=/' },
          { name: 'WWW-Authenticate', value: `Bearer realm="${names[3]}", error_description="${token}"` },
          { name: 'MS-ServerId', value: 'opaque-42' },
        ],
        content: {
          size: -1,
          ...json({ code: '20002', description: text, data: [names[0], telling], source: names[2] }),
        },
      },
    }),
    changed(check, {
      request: { headers: [{ name: 'Authorization', value: 'Bearer opaque-42' }] },
      response: { content: page(`<h1>${text}</h1>`), status: 502 },
    }),
    changed(create, {
      request: { postData: { mimeType: 'text/plain', text } },
      response: {
        headers: [
          {
            name: 'Location',
            value: `https://x:hunter2hunter2@h.example/v1/productUpgrades/${customer}?sig=${secrets[4]}`,
          },
        ],
      },
    }),
    changed(status, {
      request: { url: `https://api.partnercenter.microsoft.com/v1/productupgrades/${names[3]}/status` },
      response: {
        content: { size: 9, mimeType: 'application/json', text: `{"id":"${customer}","owner":"${names[0]}` },
      },
    }),
    changed(status, {
      response: {
        content: {
          size: 9,
          mimeType: 'application/json',
          text: Buffer.from(JSON.stringify({ ...telling, etag: Buffer.from(customer).toString('base64') })).toString(
            'base64',
          ),
          encoding: 'base64',
        },
      },
    }),
    changed(check, { request: { url: `https://graph.microsoft.com/v1.0/users/${names[2]}` } }),
  ]
}

/** The spellings of a text in a recording. */
const spellings = (text: string) => [
  text,
  text.toLowerCase(),
  text.toUpperCase(),
  encodeURIComponent(text),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  JSON.stringify(text).slice(1, -1),
  text.replaceAll('-', ''),
]

test('no input is shown, however it is written', async () => {
  const traffic = await tellingTraffic()
  const before = JSON.stringify(traffic)
  const after = JSON.stringify(anonymiseHar(harOf(...traffic), productUpgrades))
  for (const text of [customer, ...names, ...secrets]) {
    expect(before, `${text} is in the traffic`).toContain(JSON.stringify(text).slice(1, -1))
    for (const spelling of spellings(text)) expect(after, text).not.toContain(spelling)
  }
  expect(after).not.toMatch(/contoso|jane|987654321|graph\.microsoft/i)
})

test('the same GUID gets the same replacement everywhere, in its own case and form', async () => {
  const pseudonym = '11111111-2222-4333-8444-abcdefabcdef'
  const drawn = [pseudonym]
  const randomGuid = () => drawn.shift() ?? crypto.randomUUID()
  const text = `{"code":"20002","description":"${customer} ${customer.toUpperCase()} {${customer.replaceAll('-', '')}}"}`
  const entry = changed(await entryOf('good', 3), {
    request: {
      url: `https://api.partnercenter.microsoft.com/v1/productUpgrades/${customer}/status`,
      headers: [{ name: 'MS-RequestId', value: customer }],
      postData: { mimeType: 'application/json', text: `{"customerId":"${customer}"}` },
    },
    response: {
      headers: [{ name: 'Location', value: `productUpgrades/${customer}/` }],
      content: { size: 1, mimeType: 'application/json', text },
    },
  })
  const [out] = anonymiseHar(harOf(entry), productUpgrades, { randomGuid }).log.entries
  expect(out?.request.url).toContain(`/v1/productUpgrades/${pseudonym}/status`)
  expect(out?.request.headers).toEqual([{ name: 'MS-RequestId', value: pseudonym }])
  expect(out?.request.postData?.text).toBe(`{"customerId":"${pseudonym}"}`)
  expect(out?.response.headers).toEqual([{ name: 'Location', value: `productUpgrades/${pseudonym}/` }])
  expect(JSON.parse(out?.response.content.text ?? '')).toEqual({
    code: '20002',
    description: `${pseudonym} ${pseudonym.toUpperCase()} {${pseudonym.replaceAll('-', '')}}`,
  })
})

test('different GUIDs stay different, and the all-zero GUID stays as it is', async () => {
  const ids = [customer, '00000000-0000-0000-0000-000000000000', '42d075a4-bfe7-43e7-af6d-7c68a57edcb4']
  const entry = changed(await entryOf('good', 3), {
    response: { content: { size: 1, mimeType: '', text: JSON.stringify({ code: '1', description: ids.join(' ') }) } },
  })
  const [out] = anonymiseHar(harOf(entry), productUpgrades).log.entries
  const [first, zeros, last] = JSON.parse(out?.response.content.text ?? '').description.split(' ')
  expect(zeros).toBe(ids[1])
  expect(new Set([first, last, ...ids]).size).toBe(5)
})

test.for([
  'good',
  'removed-property',
  'retyped-property',
  'new-value',
  'new-status',
  'new-fault-code',
  'new-property',
  'html-for-json',
  'missing-location',
])('the findings in %s are the same when it is anonymised', async (name) => {
  const har = await recording(name)
  const anonymous = anonymiseHar(har, productUpgrades)
  expect(verifyHar(anonymous, productUpgrades)).toEqual(verifyHar(har, productUpgrades))
})

test('a value that should be a GUID but is not is removed', async () => {
  const text = JSON.stringify({ customerId: 'the bakery round the corner', productFamily: 'Azure' })
  const entry = changed(await entryOf('good', 1), {
    request: { postData: { mimeType: 'application/json', text } },
  })
  const [out] = anonymiseHar(harOf(entry), productUpgrades).log.entries
  expect(out?.request.postData?.text).not.toContain('bakery')
  expect(out?.request.postData?.text).toContain('Azure')
})

test('the texts of faults and the addresses of gateways are kept', async () => {
  const entry = changed(await entryOf('good', 3), {
    request: { url: 'http://127.0.0.1:4010/partner-center/v1/productUpgrades/eligibility' },
  })
  const [out] = anonymiseHar(harOf(entry), productUpgrades).log.entries
  expect(out?.request.url).toBe(entry.request.url)
  expect(out?.response.content.text).toContain('No upgrade request was found')
})

test('a name given as secret is removed from texts in any case', async () => {
  const content = { size: 1, mimeType: '', text: '{"code":"1","description":"FABRIKAM is refused"}' }
  const entry = changed(await entryOf('good', 3), { response: { content } })
  const har = anonymiseHar(harOf(entry), productUpgrades, { secrets: ['Fabrikam'] })
  expect(har.log.entries[0]?.response.content.text).toBe('{"code":"1","description":"<removed> is refused"}')
})

test('a product with the name of a family does not hide the family', async () => {
  const entry = await entryOf('good', 2)
  const text = entry.response.content.text?.replace('"AzureSubscription"', '"Azure"') ?? ''
  const har = harOf(changed(entry, { response: { content: { ...entry.response.content, text } } }))
  expect(verifyHar(anonymiseHar(har, productUpgrades), productUpgrades)).toMatchObject({
    violations: [],
    additions: [],
  })
})
