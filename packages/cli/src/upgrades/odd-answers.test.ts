import { expect, test } from 'vitest'
import { startOddService } from '../../test/odd-service.ts'
import { customerId } from '../../test/partner-center.ts'
import type { Ending } from '../../test/run-cli.ts'

const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

/** Starts a service with the given responses, which may violate the contract. */
async function setService(answers: {
  readonly eligibility?: object
  readonly status?: object
}): Promise<(args: readonly string[], terminal?: number) => Promise<Ending>> {
  const eligibility = { customerId, productFamily: 'Azure', isEligible: false, upgradeId, ...answers.eligibility }
  const status = { id: upgradeId, productFamily: 'Azure', status: 'Completed', lineItems: [], ...answers.status }
  const cli = await startOddService((url) => (url.endsWith('/status') ? status : eligibility))
  return (args, terminal) => cli(args, terminal ? { terminal } : {})
}

const quickly = ['--yes', '--settle-for', '50ms']

const odd: readonly unknown[] = [
  undefined,
  42,
  true,
  null,
  'text',
  {},
  [],
  [
    null,
    1,
    'text',
    [],
    { sourceProduct: 1, targetProduct: { name: {} }, status: [], upgradedDate: 1, errorDetails: 1 },
  ],
  { code: {}, message: ['no'] },
  'x'.repeat(5_000),
  '\u001b[2J\u0007',
]

test.for(['lineItems', 'errorDetails', 'id', 'productFamily', 'status'])(
  'a status with an odd %s is shown as far as it makes sense',
  async (field) => {
    for (const value of odd) {
      const cli = await setService({ status: { [field]: value } })
      for (const terminal of [80, undefined]) {
        const { code, output } = await cli(['status', customerId], terminal)
        expect([0, 1], `${field} ${JSON.stringify(value)}: ${output}`).toContain(code)
        expect(output).not.toContain('\u0007')
        expect(output).not.toMatch(/\[object Object\]|undefined|NaN/)
      }
    }
  },
)

test.for(['reason', 'upgradeId', 'isEligible', 'customerId', 'productFamily'])(
  'an eligibility with an odd %s is shown as far as it makes sense',
  async (field) => {
    for (const value of odd) {
      const cli = await setService({ eligibility: { [field]: value } })
      for (const command of ['eligibility', 'upgrade', 'ensure', 'status']) {
        const { code, output } = await cli([command, customerId, ...(/^(up|en)/.test(command) ? quickly : [])])
        // A response that makes no sense exits with 5; where no upgrade is named, a create is sent, and its outcome stays unknown.
        expect([0, 1, 5, 6], `${command}, ${field} ${JSON.stringify(value)}: ${output}`).toContain(code)
        expect(output).not.toContain('\u0007')
        expect(output).not.toMatch(/\[object Object\]|undefined|NaN/)
      }
    }
  },
)

test.for([undefined, null, 'true', 'false', 1, {}])(
  'isEligible %j is no answer: the exit code is 5',
  async (isEligible) => {
    const cli = await setService({ eligibility: { isEligible, upgradeId: null } })
    for (const words of [['eligibility'], ['eligibility', '--json']]) {
      const { code, output } = await cli([...words, customerId])
      expect(output).toContain('The response does not say whether the customer is eligible')
      expect(code).toBe(5)
    }
  },
)

test('the empty GUID is shown as no upgrade', async () => {
  const cli = await setService({ eligibility: { upgradeId: '00000000-0000-0000-0000-000000000000', reason: 'Why' } })
  expect((await cli(['eligibility', customerId])).output).toBe(`not eligible: customer ${customerId}, Azure, Why\n`)
})
