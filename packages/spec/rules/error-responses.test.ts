import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'error-responses'
const responses = ['paths', '/books', 'post', 'responses']

it('accepts an operation with a fault for every error status', () => accepts(rule, bookshop))

it('finds a missing status', () => rejects(rule, without([...responses, '503']), { saying: 'describe a 503 response' }))

it('requires a 415 only if there is a request body', async () => {
  const unsaid = without([...responses, '415'])
  await rejects(rule, unsaid, { saying: 'describe a 415 response' })
  await accepts(rule, without(['paths', '/books', 'post', 'requestBody'], unsaid))
})

it('finds an error whose body is not a fault', () =>
  rejects(rule, withValue([...responses, '404', 'content', 'application/json', 'schema'], { type: 'string' }), {
    saying: 'The body of 404 is not a fault',
  }))
