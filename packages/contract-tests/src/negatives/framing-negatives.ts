import type { Exchange } from '@partner-upgrades/spec'
import { type BaseRequest, toRequest } from './base-request.ts'
import { type NegativeRequest, negative } from './negative.ts'

/** Bodies that are no JSON, content types and methods that are not served, answers that cannot be given. */
export function framingNegatives(base: BaseRequest): readonly NegativeRequest[] {
  const { operation, mediaType } = base
  const can = (status: number) => operation.statuses.includes(String(status))
  const text = JSON.stringify(base.body)
  const other = (['PUT', 'DELETE', 'GET'] as const).find((method) => !operation.methods.includes(method)) ?? 'PATCH'
  const bad: readonly (readonly [what: string, body: string | undefined])[] = [
    ['no body', undefined],
    ['a body cut short', text?.slice(0, -1)],
    ['a comma too many', text?.replace(/\}$/, ',}')],
    ['two values in place of one', `${text}${text}`],
  ]
  return [
    ...(mediaType === undefined
      ? []
      : bad.map(([keyword, body]) =>
          negative(base, keyword, { in: 'body', pointer: '', keyword }, toRequest(base, { body }), 400),
        )),
    ...(mediaType === undefined
      ? []
      : ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'].map((type) =>
          negative(
            base,
            `the content type ${type}`,
            { in: 'contentType', keyword: type },
            toRequest(base, { headers: { 'Content-Type': type } }),
            415,
            400,
          ),
        )),
    ...(can(406)
      ? [
          negative(
            base,
            'an Accept that excludes JSON',
            { in: 'accept', keyword: 'text/html' },
            toRequest(base, { headers: { Accept: 'text/html' } }),
            406,
          ),
        ]
      : []),
    ...(can(405)
      ? [
          negative(
            base,
            `the method ${other}`,
            { in: 'method', keyword: other },
            toRequest(base, { method: other, ...(other === 'GET' && { body: undefined }) }),
            405,
            404,
          ),
        ]
      : []),
  ]
}

/** Requests that a source prints and that are known to be bad. */
export function documentedNegatives(base: BaseRequest, exchanges: readonly Exchange[]): readonly NegativeRequest[] {
  return exchanges.flatMap(({ name, request }) => {
    if (request.malformed === undefined) return []
    return [
      negative(
        base,
        `as printed in ${name}`,
        { in: 'documented', name, keyword: 'malformed' },
        toRequest(base, { body: request.body }),
        400,
      ),
    ]
  })
}
