import type { CredentialCheck } from '@partner-upgrades/credentials'
import { printable } from '../printable.ts'
import { headline } from './headline.ts'
import type { Report } from './report.ts'

/** Tells what credentials are good for, and never the credentials. */
export function checkReport(check: CredentialCheck): Report {
  const { ok, username, tenantId, reachesPartnerCenter, isAppUser, isMfaCompliant, problems } = printable(check)
  const facts = [
    ['reaches Partner Center', toAnswer(reachesPartnerCenter)],
    ['speaks for a user', toAnswer(isAppUser)],
    ['multifactor authentication', toAnswer(isMfaCompliant)],
    ['user', username ?? 'not told'],
    ['tenant', tenantId ?? 'not told'],
  ] as const
  const column = Math.max(...facts.map(([name]) => name.length)) + 2
  return {
    json: { event: 'check', ...check },
    plain: [
      `credentials: ${ok ? 'good' : 'not good'}`,
      ...facts.map(([name, answer]) => `${name}: ${answer}`),
      ...problems.map((problem) => `problem: ${problem}`),
    ],
    screen: (paint, width) => [
      ...headline(
        paint,
        width,
        ok ? 'good' : 'bad',
        'Credentials',
        ok ? 'good for product upgrades' : 'not good for product upgrades',
        ...facts.map(([name, answer]) => `${paint('dim', name.padEnd(column))}${answer}`),
      ),
      ...problems.map((problem) => `  ${problem}`),
    ],
  }
}

function toAnswer(fact: boolean | undefined): string {
  return fact === undefined ? 'not told' : fact ? 'yes' : 'no'
}
