import { type Case, push, remove, set } from './edit.ts'

const body = 'paths /orders post requestBody'
const top = 'paths /orders get parameters 0'
const locale = 'paths /orders get parameters 1'
const newParameter = (more: object) =>
  push('paths /orders get parameters', { name: 'q', in: 'query', schema: { type: 'string' }, ...more })

/** Parameters, bodies and media types of requests: breaking where a request that was right may now be refused. */
export const requestPartCases: readonly Case[] = [
  ['an optional parameter more', newParameter({}), 'feature', 'query parameter `q` is new, and may be sent'],
  [
    'a required parameter more',
    newParameter({ required: true }),
    'breaking',
    'query parameter `q` is new, and has to be sent',
  ],
  [
    'a parameter less',
    remove('paths /orders get parameters 1'),
    'feature',
    'header parameter `X-Locale` is no longer described',
  ],
  [
    'a parameter becomes required',
    set(`${locale} required`, true),
    'breaking',
    'header parameter `X-Locale` has to be sent now',
  ],
  ['a parameter moves', set(`${top} in`, 'header'), 'feature', 'header parameter `top` is new, and may be sent'],
  ['a header in another case', set(`${locale} name`, 'x-locale'), 'fix', 'is written `x-locale`'],
  ['the body becomes optional', remove(`${body} required`), 'feature', 'the body need not be sent any more'],
  [
    'a body, where there was none',
    set('paths /orders get requestBody', { required: true, content: {} }),
    'breaking',
    'the body is new, and has to be sent',
  ],
  ['no body any more', remove(body), 'breaking', 'the body is gone'],
  ['a media type more', set(`${body} content text/csv`, {}), 'feature', '`text/csv` is accepted, too'],
  [
    'a media type less',
    remove(`${body} content application/xml`),
    'breaking',
    '`application/xml` is no longer accepted',
  ],
]
