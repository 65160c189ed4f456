import type { Report } from '../src/report/report.ts'

/** A report with at least one of everything. */
export const sampleReport: Report = {
  title: 'A <run>',
  provider: 'https://provider.example',
  at: '2026-11-21T04:00:00.000Z',
  contract: { title: 'Things', version: '1.0.0', hash: '0123456789abcdef' },
  figures: [{ label: 'things & more', value: '3 of 4' }],
  slots: [
    { cell: cell('200', 'example', 'some'), way: 'request', outcome: 'shown', by: 'a "test"' },
    { cell: cell('200', 'example', 'some'), way: 'state', outcome: 'failed' },
    { cell: cell('204', 'status', ''), way: 'state', outcome: 'open' },
    { cell: { ...cell('404', 'example', 'gone'), code: '5' }, way: 'state', outcome: 'notExercised', reason: 'why' },
    { cell: cell('503', 'example', 'page'), way: 'state', outcome: 'outOfReach', reason: 'it is there' },
  ],
  cases: [
    { name: 'good', group: 'first', outcome: 'passed', reasons: [], milliseconds: 1_500 },
    {
      name: 'bad\u0000',
      group: 'first',
      outcome: 'failed',
      reasons: ['a < b', 'more'],
      curl: "curl 'x'",
      milliseconds: 2,
    },
    { name: 'left out', group: 'second', outcome: 'notExercised', reasons: ['not now'], milliseconds: 0 },
  ],
  failures: ['something is missing'],
}

function cell(status: string, kind: 'example' | 'status', name: string) {
  return { operation: 'getThings', status, kind, name }
}
