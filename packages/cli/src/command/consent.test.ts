import { expect, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../test/partner-center.ts'

const terminal = 80

test.for(['create', 'ensure', 'upgrade'])(
  '%s says what will happen, and creates after a typed yes',
  async (command) => {
    const { mock, cli } = await setStage()
    const { code, stdout, stderr } = await cli([command, customerId], { terminal, typed: 'yes\n' })
    expect(stderr).toContain(customerId)
    expect(stderr).toMatch(/buys the plan/)
    expect(stdout).toMatch(/Created/)
    expect(code).toBe(0)
    expect(createsOf(mock)).toBe(1)
  },
)

test.for(['\n', 'y\n', 'no\n', 'yes please\n', '\u0003', '\u0004'])('%j creates nothing', async (typed) => {
  const { mock, cli } = await setStage()
  const { code, stderr } = await cli(['upgrade', customerId], { terminal, typed })
  expect(stderr).toContain('Nothing was created.')
  expect(code).toBe(typed === '\u0003' ? 130 : 1)
  expect(createsOf(mock)).toBe(0)
})

test('with --json, the question does not go to stdout', async () => {
  const { cli } = await setStage()
  const { stdout } = await cli(['create', customerId, '--json'], { terminal, typed: 'yes\n' })
  expect(JSON.parse(stdout)).toMatchObject({ event: 'created', customerId })
})

test('an existing upgrade needs no confirmation', async () => {
  const { cli } = await setStage({ upgrades: [{ customerId }] })
  const { code, stderr } = await cli(['upgrade', customerId], { terminal })
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
