import type { Handle } from '@partner-upgrades/mocks/core'
import { type Described, type Description, fieldsOf } from './description.ts'
import { makeRequest } from './make-request.ts'
import type { Judge } from './validity.ts'

/** Sends a valid request to an operation, and returns what is wrong with the response: undefined if nothing is. */
export async function ask(
  handle: Handle,
  operation: Described,
  description: Description,
  judge: Judge,
): Promise<string | undefined> {
  try {
    const response = await handle(await makeRequest(operation, description, judge))
    return response ? await examine(response, operation, description, judge) : 'gets no response'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function examine(
  response: Response,
  { responses }: Described,
  { below }: Description,
  judge: Judge,
): Promise<string | undefined> {
  const text = await response.text()
  const statuses = [...responses.keys()]
  const successes = statuses.filter((status) => status.startsWith('2'))
  const expected = successes.length > 0 ? successes : statuses
  const key = [String(response.status), `${String(response.status)[0]}XX`, 'default'].find((each) =>
    responses.has(each),
  )
  if (key === undefined || !expected.includes(key)) return `responds with ${response.status}: ${text.slice(0, 300)}`
  const described = responses.get(key)
  const declared = Object.keys(fieldsOf(described?.fields.content))
  const mediaType = response.headers.get('content-type')?.replace(/;.*/, '') ?? ''
  if (declared.length === 0) return text === '' ? undefined : 'has a body that is not described'
  if (described === undefined || !declared.includes(mediaType)) return `is ${mediaType}, not ${declared.join(' or ')}`
  const media = below(described, 'content', mediaType)
  if (media.fields.schema === undefined) return undefined
  const value: unknown = mediaType.includes('json') ? JSON.parse(text) : text
  const reason = await judge(`${media.pointer}/schema`, value)
  return reason === undefined ? undefined : `contradicts its schema: ${reason}`
}
