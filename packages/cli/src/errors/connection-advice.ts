import { untrustedCodes } from './connection-code.ts'

const trust = [
  'The certificate is from an authority that is not trusted here: does a proxy or a web filter inspect TLS?',
  "Get its CA certificate from your administrator as a PEM file, and set NODE_EXTRA_CA_CERTS to the file, or add it to the system's store.",
]

const name = ['The host name is unknown here: check the network; behind a proxy, set HTTPS_PROXY=http://HOST:PORT.']

const byCode: Readonly<Record<string, readonly string[]>> = {
  PROXY_407: [
    'The proxy requires a user and a password: set HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT.',
    'Percent-encode special characters. Schemes other than Basic (NTLM, Kerberos) need a local helper, such as px or cntlm.',
  ],
  ...Object.fromEntries(untrustedCodes.map((code) => [code, trust])),
  CERT_HAS_EXPIRED: ['The certificate has expired: check the clock of this machine, and any proxy that inspects TLS.'],
  CERT_NOT_YET_VALID: ['The certificate is not valid yet: check the clock of this machine.'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'The certificate is for another host: check PARTNER_CENTER_BASE_URL, and any proxy that inspects TLS.',
  ],
  ENOTFOUND: name,
  EAI_AGAIN: name,
}

const refused = [
  'The proxy refused the connection: have it allow login.microsoftonline.com and api.partnercenter.microsoft.com.',
]

/** Advice for the error code of a failed connection; `undefined` if there is nothing specific. */
export function adviceOnConnection(code: string | undefined): readonly string[] | undefined {
  if (code === undefined) return undefined
  return Object.hasOwn(byCode, code) ? byCode[code] : /^PROXY_\d+$/.test(code) ? refused : undefined
}

/** Advice for a response from something in between, such as a web filter. */
export const foreignAnswerAdvice: readonly string[] = [
  'Have the firewall, web filter or proxy allow login.microsoftonline.com and api.partnercenter.microsoft.com.',
  'If PARTNER_CENTER_BASE_URL is set, check it.',
]
