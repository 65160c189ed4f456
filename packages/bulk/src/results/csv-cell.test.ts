import { startCpuTimer } from '@partner-upgrades/tools/cpu-time'
import { expect, test } from 'vitest'
import { separators, starters } from '../../test/hostile.ts'
import { toCell } from './csv-cell.ts'

test.for([
  ['Müller & Söhne', '"Müller & Söhne"'],
  ['5 + 3 = 8 - 0, ask sales@contoso.com', '"5 + 3 = 8 - 0, ask sales@contoso.com"'],
  ['Contoso "North", Inc.', '"Contoso ""North"", Inc."'],
  ["L'Oréal; O'Neill", `"L'Oréal; O'Neill"`],
  ['two\r\nlines, a\ttab', '"two lines, a tab"'],
  ['', '""'],
] as const)('a cell keeps the meaning of its text: %j', ([text, cell]) => {
  expect(toCell(text)).toBe(cell)
})

test.for(starters)('an apostrophe makes %j text, at the start and after anything that may end a cell', (starter) => {
  const formula = new RegExp(`'[${starter.at(-1)}]1"$`)
  expect(toCell(`${starter}1`)).toMatch(formula)
  for (const separator of separators) expect(toCell(`a${separator}${starter}1`)).toMatch(formula)
})

test.for(['\t', ' ', '"', ',', ';=', '\n', "=+-@'", '\0'])(
  'a megabyte of %j takes linear, not quadratic time',
  (piece) => {
    const text = `${piece.repeat(1_000_000 / piece.length)}x`
    const cpuTime = startCpuTimer()
    toCell(text)
    // Linear time is less than a tenth of a second; quadratic time would be an hour.
    expect(cpuTime()).toBeLessThan(5_000)
  },
)
