import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { requestOf } from '../../test/operation-request.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const mock = createPartnerCenterMock()

const rows = Object.values(contract.operations).flatMap((operation) =>
  Object.entries(operation.responses).map(([status, response]) => ({ id: operation.id, operation, status, response })),
)

test.each(rows)('Prefer: code=$status is answered by $id with an example', async ({ operation, status, response }) => {
  const [[mediaType, media] = ['none', undefined]] = Object.entries(response.content)
  const answer = await mock.fetch(...requestOf(operation, { Prefer: `code=${status}` }))
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
  rows.flatMap(({ id, operation, status, response }) =>
    Object.entries(response.content['application/json']?.examples ?? {}).map(([name, example]) => ({
      id,
      operation,
      status,
      name,
      value: example.value,
    })),
  ),
)('Prefer: code=$status, example=$name is answered by $id', async ({ operation, status, name, value }) => {
  const answer = await mock.fetch(...requestOf(operation, { Prefer: `code=${status}, example=${name}` }))
  expect(answer.status).toBe(Number(status))
  expect(await answer.json()).toEqual(value)
})
