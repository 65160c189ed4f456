import type { DeviceCode } from '@partner-upgrades/credentials'
import { toDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import { headline } from './headline.ts'
import type { Report } from './report.ts'

/** Tells where to sign in. */
export function signInReport(code: DeviceCode): Report {
  const { verificationUri, userCode, expiresIn } = printable(code)
  return {
    json: { event: 'signIn', ...code },
    plain: [`sign in: open ${verificationUri} and type ${userCode}`],
    screen: (paint, width) =>
      headline(
        paint,
        width,
        'open',
        'Sign in',
        `open ${paint('bold', verificationUri)}`,
        `type ${paint('bold', userCode)}, within ${toDuration(expiresIn)}`,
      ),
  }
}

/** Tells who signed in, and where that is kept. */
export function signedInReport(username: string | undefined, tenantId: string, store: string): Report {
  const who = [...(username ? [printable(username)] : []), `tenant ${tenantId}`]
  return {
    json: { event: 'signedIn', username, tenantId, store },
    plain: [`signed in: ${who.join(', ')}`, `store: ${store}`],
    screen: (paint, width) => headline(paint, width, 'good', 'Signed in', ...who, `kept in ${store}`),
  }
}
