import { type Case, remove, set } from './edit.ts'

const answer = 'paths /orders get responses 200'

/** Changes to statuses, headers and media types of responses: breaking if a response may lack something that was documented. */
export const responsePartCases: readonly Case[] = [
  [
    'an added error status',
    set('paths /orders get responses 409', { description: 'Conflict.' }),
    'feature',
    'status 409 is new',
  ],
  ['a removed error status', remove('paths /orders get responses 404'), 'breaking', 'status 404 is gone'],
  ['a removed success status', remove('paths /orders post responses 202'), 'breaking', 'status 202 is gone'],
  [
    'an added body',
    set('paths /orders post responses 202 content', { 'text/csv': {} }),
    'feature',
    '`text/csv` may be returned',
  ],
  [
    'a removed body',
    remove(`paths /orders/{id} get responses 200 content`),
    'breaking',
    '`application/json` is no longer returned',
  ],
  [
    'an added media type',
    set(`${answer} content text/html`, {}),
    'feature',
    '`text/html` may be returned if requested',
  ],
  ['a removed media type', remove(`${answer} content text/csv`), 'breaking', '`text/csv` is no longer returned'],
  ['a new header', set(`${answer} headers Extra`, { schema: { type: 'string' } }), 'feature', 'header `Extra` is new'],
  ['a removed header', remove(`${answer} headers Next`), 'breaking', 'header `Next` is gone'],
  [
    'a header becomes optional',
    remove(`${answer} headers Total required`),
    'breaking',
    'header `Total` may now be missing',
  ],
  [
    'a header becomes required',
    set(`${answer} headers Next required`, true),
    'feature',
    'header `Next` is now always present',
  ],
  [
    'a header of another type',
    set(`${answer} headers Total schema type`, 'string'),
    'breaking',
    'header `Total` is string instead of integer',
  ],
]
