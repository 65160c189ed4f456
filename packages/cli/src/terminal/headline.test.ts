import { expect, test } from 'vitest'
import { headline } from './headline.ts'
import { createPaint, type Paint } from './paint.ts'
import { wrap } from './wrap.ts'

const plain = createPaint(false)

test.for<[kind: 'good' | 'bad' | 'open', first: string]>([
  ['good', '<green>✔ <bold>Done          all'],
  ['bad', '<red>✘ <bold>Done          all'],
  ['open', '<cyan>● <bold>Done          all'],
])('the kind %s has a symbol and a colour', ([kind, first]) => {
  const paint: Paint = (style, text) => `<${style}>${text}`
  expect(headline(paint, 80, kind, 'Done', 'all')).toEqual([first])
})

test('details are wrapped and aligned below each other', () => {
  expect(headline(plain, 26, 'good', 'Done', 'three words here', 'and more')).toEqual([
    '✔ Done          three',
    '                words here',
    '                and more',
  ])
  expect(headline(plain, 80, 'good', 'Done')).toEqual(['✔ Done'])
})

test('a line holds as many words as fit, an overlong word has its own line, and styles take no room', () => {
  expect(wrap('one two three-and-four five', 7)).toEqual(['one two', 'three-and-four', 'five'])
  expect(wrap(`${createPaint(true)('bold', 'one')} two`, 7)).toHaveLength(1)
})
