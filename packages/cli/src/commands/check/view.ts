import type { CredentialCheck } from '@partner-upgrades/credentials'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { wrap } from '../../terminal/wrap.ts'

const indent = '  '

/** Reports a check of credentials, never the credentials themselves. */
export function checkReport(check: CredentialCheck): Report {
  const { ok, username, tenantId, reachesPartnerCenter, isAppUser, isMfaCompliant, problems, correlationId } = check
  const facts = [
    ['reaches Partner Center', toAnswer(reachesPartnerCenter)],
    ['token for a user', toAnswer(isAppUser)],
    ['multifactor authentication', toAnswer(isMfaCompliant)],
    ['user', username ?? 'unknown'],
    ['tenant', tenantId ?? 'unknown'],
  ] as const
  const support = ok ? [] : [`For support: MS-CorrelationId ${correlationId}`]
  const column = Math.max(...facts.map(([name]) => name.length)) + 2
  return {
    json: { event: 'check', ...check },
    plain: [
      `credentials: ${ok ? 'work' : 'do not work'} for product upgrades`,
      ...facts.map(([name, answer]) => `${name}: ${answer}`),
      ...problems.map((problem) => `problem: ${problem}`),
      ...support,
    ],
    screen: (paint, width) => [
      ...headline(
        paint,
        width,
        ok ? 'good' : 'bad',
        'Credentials',
        ok ? 'valid for product upgrades' : 'not valid for product upgrades',
        ...facts.map(([name, answer]) => `${paint('dim', name.padEnd(column))}${answer}`),
      ),
      ...[...problems, ...support].flatMap((text) => wrap(text, width - indent.length)).map((line) => indent + line),
    ],
  }
}

function toAnswer(fact: boolean | undefined): string {
  return fact === undefined ? 'unknown' : fact ? 'yes' : 'no'
}
