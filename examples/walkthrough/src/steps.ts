import type { Settings } from './settings.ts'

/** Returns the command lines that take a customer from a legacy subscription to an Azure plan. */
export function stepsOf({ kind, customerId }: Settings, interval: string): readonly (readonly string[])[] {
  if (kind === 'real') {
    return [
      ['eligibility', customerId],
      ['upgrade', customerId],
    ]
  }
  return [
    ['eligibility', customerId],
    ['upgrade', customerId, '--yes', '--interval', interval],
    ['eligibility', customerId],
    ['explain', '900110'],
  ]
}
