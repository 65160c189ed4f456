import { faults } from '@partner-upgrades/spec/faults'
import { startCpuTimer } from '@partner-upgrades/tools/cpu-time'
import { createRandom } from '@partner-upgrades/tools/random'
import { expect, test } from 'vitest'
import { faultOf } from './fault-of.ts'

const all = Object.values(faults)

const wordings = all.flatMap(({ code, text, earlierTexts }) =>
  [text, ...earlierTexts].map((each) => [code, each] as const),
)

test.for(wordings)('%s is recognized by its text: %s', ([code, text]) => {
  const filled = text.replace(/\{\d\}/g, '4c721420-72ad-4708-a0a7-371a2f7b0969')
  expect(faultOf({ text: filled })?.code).toBe(code)
  expect(faultOf({ text: `${filled}\n` })).toBeUndefined()
  expect(faultOf({ text: `${filled} ` })?.code).toBe(text.endsWith('{0}') || text.endsWith('{1}') ? code : undefined)
  if (filled !== text) expect(faultOf({ text: text.replace(/\{\d\}/g, '') })).toBeUndefined()
})

test('texts are matched as a regular expression with .+ for each placeholder would match them', () => {
  const random = createRandom(3)
  const pieces = [...all.flatMap(({ text }) => text.split(/\{\d\}/)), 'x', 'is in progress', ' ', '\n', '\u2028']
  const piece = (): string => pieces[Math.floor(random() * pieces.length)] ?? ''
  const patterns = all.map(({ code, text }): [string, RegExp] => [
    code,
    new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '.+')}$`),
  ])
  for (let count = 0; count < 5_000; count++) {
    // Half of the texts consist of one fault's parts, with anything in between.
    const fault = all[count % all.length]
    const text =
      count % 2 === 0
        ? Array.from({ length: 1 + Math.floor(random() * 5) }, piece).join('')
        : (fault?.text ?? '').replace(/\{\d\}/g, () => (random() < 0.3 ? '' : piece() + piece()))
    expect([text, faultOf({ text })?.code]).toEqual([text, patterns.find(([, pattern]) => pattern.test(text))?.[0]])
  }
})

test('the code decides, whatever the text says', () => {
  expect(faultOf({ code: '900105', text: 'No upgrade request was found' })?.code).toBe('900105')
  expect(faultOf({ code: '1', text: 'No upgrade request was found' })).toBeUndefined()
})

test('a reason of one megabyte is checked quickly', () => {
  const middle = 'x has no commerce relationship with the customer ID '
  const text = `The partner ID ${middle.repeat(914 * 20)}`
  const cpuTime = startCpuTimer()
  expect(faultOf({ text })).toBeUndefined()
  // Regular expressions would take 46 seconds.
  expect(cpuTime()).toBeLessThan(5_000)
})
