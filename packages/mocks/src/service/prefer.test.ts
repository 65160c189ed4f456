import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { call, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const mock = createPartnerCenterMock()

const rows = Object.values(contract.operations).flatMap(({ id, path, responses }) =>
  Object.entries(responses).map(([status, response]) => ({ id, path, status, response })),
)

test.each(rows)('Prefer: code=$status is answered by $id with an example', async ({ path, status, response }) => {
  const [[mediaType, media] = ['none', undefined]] = Object.entries(response.content)
  const answer = await mock.fetch(`https://api.partnercenter.microsoft.com${path.replace('{upgrade-id}', upgradeId)}`, {
    method: 'POST',
    headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json', Prefer: `code=${status}` },
    body: JSON.stringify({ customerId: upgradeId, productFamily: 'Azure' }),
  })
  const text = await answer.text()
  expect(answer.status).toBe(Number(status))
  expect(answer.headers.get('content-type') ?? 'none').toBe(mediaType)
  if (media === undefined) expect(text).toBe('')
  else if (mediaType === 'application/json') expect(JSON.parse(text)).toEqual(Object.values(media.examples)[0]?.value)
  for (const { name, example } of response.headers) {
    // Ids and the date are this answer's own.
    if (example !== undefined && !/^(?:MS-|Date)/.test(name)) expect(answer.headers.get(name)).toBe(String(example))
  }
})

test.each(
  rows.flatMap(({ id, path, status, response }) =>
    Object.entries(response.content['application/json']?.examples ?? {}).map(([name, example]) => ({
      id,
      path: path.replace('/v1/', '').replace('{upgrade-id}', upgradeId),
      status,
      name,
      value: example.value,
    })),
  ),
)('Prefer: code=$status, example=$name is answered by $id', async ({ path, status, name, value }) => {
  const seen = await call(mock, path, { headers: { Prefer: `code=${status}, example=${name}` } })
  expect(seen.status).toBe(Number(status))
  expect(seen.body).toEqual(value)
})
