import { expect, test } from 'vitest'
import { customerId, setStage } from '../testing/partner-center.ts'
import { printable } from './printable.ts'

test('texts lose what moves cursors, sets titles and hides words; everything else stays', () => {
  expect(printable({ a: ['\u001b]0;title\u0007x', 'y\r\nz', '\u009b31mred', '\u202egnp.exe'], b: 1, c: null })).toEqual(
    {
      a: [' ]0;title x', 'y  z', ' 31mred', ' gnp.exe'],
      b: 1,
      c: null,
    },
  )
  expect(printable('Große Öffnung 日本 ✔')).toBe('Große Öffnung 日本 ✔')
})

test.for([[], ['--json']])('a service that sends control characters controls no terminal %j', async (flags) => {
  const { mock, cli } = await setStage()
  const reason = 'no\u001b[2J\u009b2J\u202e\nwell'
  mock.override({
    checkProductUpgradeEligibility: () => ({
      status: 200,
      body: { customerId, productFamily: 'Azure', isEligible: false, reason },
    }),
  })
  for (const terminal of [undefined, 80]) {
    const circumstances = { env: { NO_COLOR: '1' }, ...(terminal && { terminal }) }
    const { stdout } = await cli(['eligibility', customerId, ...flags], circumstances)
    expect(stdout).toContain('well')
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}]/u)
    if (flags.length > 0) expect(JSON.parse(stdout).reason).toBe(reason)
  }
})
