import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest } from './base-request.ts'
import { type CredentialPart, credentialsOf } from './credentials.ts'
import { type Made, type NegativeRequest, negative } from './negative.ts'

/** Makes requests with a missing or invalid credential: each one of an alternative in turn, with the others of that alternative valid. */
export function credentialNegatives(document: JsonObject, base: BaseRequest, token: string | undefined): Made {
  const { security } = base.operation
  const names = new Set(security.flatMap((requirement) => Object.keys(requirement)))
  // If anonymous calls are allowed, no credentials can be wrong.
  if (names.size === 0 || security.some((requirement) => Object.keys(requirement).length === 0)) {
    return { requests: [], unbroken: [] }
  }
  const all = security.map((requirement) => credentialsOf(document, requirement, token))
  const methods = all.flatMap((parts) => parts ?? []).map(methodOf)
  const made = security.map((requirement, index): Made => {
    const parts = all[index]
    if (parts === undefined) return { requests: [], unbroken: unsent(document, requirement) }
    const needed = parts.filter((part) => !admits(security, Object.keys(requirement), part.scheme))
    return { requests: needed.flatMap((part) => breaksOfPart(base, part, parts, names.size, methods)), unbroken: [] }
  })
  return { requests: made.flatMap(({ requests }) => requests), unbroken: made.flatMap(({ unbroken }) => unbroken) }
}

function unsent(document: JsonObject, requirement: JsonObject): Made['unbroken'] {
  return Object.keys(requirement)
    .filter((name) => credentialsOf(document, { [name]: [] }) === undefined)
    .map((name) => ({ pointer: '', keyword: `credentials ${name}` }))
}

/** Whether an alternative without one of its schemes satisfies another alternative. */
function admits(security: readonly JsonObject[], schemes: readonly string[], without: string): boolean {
  const left = schemes.filter((scheme) => scheme !== without)
  return security.some((requirement) => Object.keys(requirement).every((scheme) => left.includes(scheme)))
}

function breaksOfPart(
  base: BaseRequest,
  part: CredentialPart,
  parts: readonly CredentialPart[],
  schemes: number,
  methods: readonly string[],
): readonly NegativeRequest[] {
  const { scheme, name, kind } = part
  const others = parts.filter((each) => each !== part && !(each.in === part.in && each.name === name))
  const wrong = (what: string, keyword: string, value: string | undefined) => {
    const credentials = value === undefined ? others : [...others, { ...part, value }]
    return negative(base, what, { in: 'credentials', name: scheme, keyword }, toRequest(base, { credentials }), 401)
  }
  if (kind === 'key') return [wrong(`without ${name}`, 'missing', undefined)]
  const subject = schemes === 1 ? 'credentials' : `credentials ${scheme}`
  const method = methodOf(part)
  return [
    wrong(`${subject} missing`, 'missing', undefined),
    wrong(`${subject} of another scheme`, 'of another scheme', otherMethod(methods)),
    wrong(`${subject} without a token`, 'without a token', `${method} `),
    ...(kind === 'basic'
      ? [
          wrong(`${subject} that are not base64`, 'not base64', `${method} %`),
          wrong(`${subject} without a colon`, 'without a colon', `${method} dXNlcg==`),
        ]
      : []),
  ]
}

/** The first word of `Authorization`. */
function methodOf({ kind, value }: CredentialPart): string {
  return kind === 'key' ? '' : (value.split(' ')[0] ?? '')
}

/** Credentials of a scheme that no alternative uses. */
function otherMethod(methods: readonly string[]): string {
  const known = methods.map((method) => method.toLowerCase())
  const candidates = ['Basic dXNlcjpwYXNzd29yZA==', 'Bearer token', 'Negotiate dG9rZW4=']
  return candidates.find((value) => !known.some((method) => value.toLowerCase().startsWith(`${method} `))) ?? 'Other x'
}
