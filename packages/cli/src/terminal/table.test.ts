import { expect, test } from 'vitest'
import { createPaint } from './paint.ts'
import { toTable } from './table.ts'

const header = ['ID', 'NAME']
const rows = [['1', 'Contoso'], ['1234']]

test.for<[width: number, whole: number, lines: string[]]>([
  [13, 0, ['ID    NAME', '1     Contoso', '1234']],
  [12, 0, ['ID    NAME', '1     Conto…', '1234']],
  [8, 0, ['ID   NA…', '1    Co…', '12…']],
  [8, 1, ['ID    N…', '1     C…', '1234']],
  [6, 1, ['ID   …', '1    …', '12…']],
  [1, 0, ['…  …', '1  …', '…']],
])('in %i columns, %i of them whole, the longest column is cut first', ([width, whole, lines]) => {
  expect(toTable(header, rows, createPaint(false), width, whole)).toEqual(lines)
})

test('only the header is dim', () => {
  expect(toTable(header, rows, (style, text) => `<${style}>${text}`, 80)).toEqual([
    '<dim>ID    NAME',
    '1     Contoso',
    '1234',
  ])
})
