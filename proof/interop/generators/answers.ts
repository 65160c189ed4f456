import { contract } from '@partner-upgrades/spec/contract'

/** A response with an example in the document, or one without a body. */
export interface DocumentedAnswer {
  readonly operation: string
  readonly status: number
  readonly mediaType?: string
  /** The name of the example. */
  readonly example?: string
  readonly value?: unknown
}

/** Returns every response of the document: each example of each media type, status and operation. */
export function documentedAnswers(): readonly DocumentedAnswer[] {
  return Object.values(contract.operations).flatMap(({ id, responses }) =>
    Object.entries(responses).flatMap(([key, { content }]): readonly DocumentedAnswer[] => {
      const answer = { operation: id, status: Number(key) }
      if (Object.keys(content).length === 0) return [answer]
      return Object.entries(content).flatMap(([mediaType, { examples }]) =>
        Object.entries(examples).map(([example, { value }]) => ({ ...answer, mediaType, example, value })),
      )
    }),
  )
}

/** Returns the headers that make the mock return a response. */
export function headersFor({ status, example }: DocumentedAnswer): Readonly<Record<string, string>> {
  return { Prefer: `code=${status}${example === undefined ? '' : `, example=${example}`}` }
}

/** Describes a response in words. */
export function describeAnswer({ operation, status, mediaType, example }: DocumentedAnswer): string {
  return [operation, status, mediaType, example].filter((part) => part !== undefined).join(' ')
}
