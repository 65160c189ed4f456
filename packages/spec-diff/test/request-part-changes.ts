import { type Case, push, remove, set } from './edit.ts'

const body = 'paths /orders post requestBody'
const top = 'paths /orders get parameters 0'
const locale = 'paths /orders get parameters 1'
const newParameter = (more: object) =>
  push('paths /orders get parameters', { name: 'q', in: 'query', schema: { type: 'string' }, ...more })

/** Changes to parameters, bodies and media types of requests: breaking if a request that was valid may now be rejected. */
export const requestPartCases: readonly Case[] = [
  ['an added optional parameter', newParameter({}), 'feature', 'query parameter `q` is new and may be sent'],
  [
    'an added required parameter',
    newParameter({ required: true }),
    'breaking',
    'query parameter `q` is new and must be sent',
  ],
  [
    'a removed parameter',
    remove('paths /orders get parameters 1'),
    'feature',
    'header parameter `X-Locale` is no longer documented',
  ],
  [
    'a parameter becomes required',
    set(`${locale} required`, true),
    'breaking',
    'header parameter `X-Locale` must now be sent',
  ],
  ['a parameter moves', set(`${top} in`, 'header'), 'feature', 'header parameter `top` is new and may be sent'],
  ['a header name in another case', set(`${locale} name`, 'x-locale'), 'fix', 'is spelled `x-locale`'],
  ['the body becomes optional', remove(`${body} required`), 'feature', 'the body need no longer be sent'],
  [
    'an added body',
    set('paths /orders get requestBody', { required: true, content: {} }),
    'breaking',
    'the body is new and must be sent',
  ],
  ['a removed body', remove(body), 'breaking', 'the body is gone'],
  ['an added media type', set(`${body} content text/csv`, {}), 'feature', '`text/csv` is accepted, too'],
  [
    'a removed media type',
    remove(`${body} content application/xml`),
    'breaking',
    '`application/xml` is no longer accepted',
  ],
]
