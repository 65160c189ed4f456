import { type Case, remove, set } from './edit.ts'

const answer = 'paths /orders get responses 200'

/** Statuses, headers and media types of answers: breaking where a receiver may miss what it was told of. */
export const responsePartCases: readonly Case[] = [
  [
    'an error status more',
    set('paths /orders get responses 409', { description: 'Conflict.' }),
    'feature',
    'status 409 is new',
  ],
  ['an error status less', remove('paths /orders get responses 404'), 'breaking', 'status 404 is gone'],
  ['a success status less', remove('paths /orders post responses 202'), 'breaking', 'status 202 is gone'],
  [
    'a body, where there was none',
    set('paths /orders post responses 202 content', { 'text/csv': {} }),
    'feature',
    '`text/csv` is answered with',
  ],
  [
    'no body any more',
    remove(`paths /orders/{id} get responses 200 content`),
    'breaking',
    '`application/json` is no longer answered with',
  ],
  [
    'a media type more',
    set(`${answer} content text/html`, {}),
    'feature',
    '`text/html` is answered with, where it is asked for',
  ],
  ['a media type less', remove(`${answer} content text/csv`), 'breaking', '`text/csv` is no longer answered with'],
  ['a header more', set(`${answer} headers Extra`, { schema: { type: 'string' } }), 'feature', 'header `Extra` is new'],
  ['a header less', remove(`${answer} headers Next`), 'breaking', 'header `Next` is gone'],
  [
    'a header may be missing',
    remove(`${answer} headers Total required`),
    'breaking',
    'header `Total` may be missing now',
  ],
  [
    'a header is always there',
    set(`${answer} headers Next required`, true),
    'feature',
    'header `Next` is always there now',
  ],
  [
    'a header of another type',
    set(`${answer} headers Total schema type`, 'string'),
    'breaking',
    'header `Total` is string in place of integer',
  ],
]
