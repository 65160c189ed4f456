import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'error-responses'
const responses = ['paths', '/books', 'post', 'responses']

it('accepts an operation with a fault for every error status', () => accepts(rule, bookshop))

it('finds a status that is missing', () =>
  rejects(rule, without([...responses, '503']), { saying: 'answers with 503' }))

it('asks for a 415 where there is a body, and only there', async () => {
  const unsaid = without([...responses, '415'])
  await rejects(rule, unsaid, { saying: 'answers with 415' })
  await accepts(rule, without(['paths', '/books', 'post', 'requestBody'], unsaid))
})

it('finds an error with another body than a fault', () =>
  rejects(rule, withValue([...responses, '404', 'content', 'application/json', 'schema'], { type: 'string' }), {
    saying: 'The body of 404 is not a fault',
  }))
