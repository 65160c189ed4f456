import type { DeviceCode } from '@partner-upgrades/credentials'
import { toDuration } from '../../terminal/duration.ts'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'

/** Reports that the browser opens, and what to do if it does not. */
export function browserReport(url: string): Report {
  return {
    json: { event: 'signIn', url },
    plain: [`sign in: in the browser that opens, or at ${url}`],
    screen: (paint, width) =>
      headline(paint, width, 'open', 'Sign in', 'in the browser that opens,', `or at ${paint('bold', url)}`),
  }
}

const warning =
  'Conditional Access often blocks device codes (AADSTS53003), as Microsoft recommends: sign in with a browser where you can'

/** Reports where to sign in with a device code. */
export function deviceReport(code: DeviceCode): Report {
  const { verificationUri, userCode, expiresIn } = code
  return {
    json: { event: 'signIn', ...code, warning },
    plain: [`sign in: open ${verificationUri} and enter ${userCode}`, `warning: ${warning}`],
    screen: (paint, width) =>
      headline(
        paint,
        width,
        'open',
        'Sign in',
        `open ${paint('bold', verificationUri)}`,
        `enter ${paint('bold', userCode)} within ${toDuration(expiresIn)}`,
        warning,
      ),
  }
}

/** Reports who signed in, and where the token is stored. */
export function signedInReport(username: string | undefined, tenantId: string, store: string): Report {
  const who = [...(username ? [username] : []), `tenant ${tenantId}`]
  return {
    json: { event: 'signedIn', username, tenantId, store },
    plain: [`signed in: ${who.join(', ')}`, `store: ${store}`],
    screen: (paint, width) => headline(paint, width, 'good', 'Signed in', ...who, `stored in ${store}`),
  }
}
