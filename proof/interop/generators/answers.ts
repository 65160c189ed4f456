import { contract } from '@partner-upgrades/spec/contract'

/** An answer that the document gives an example of, or one without a body. */
export interface DocumentedAnswer {
  readonly operation: string
  readonly status: number
  readonly mediaType?: string
  /** The name of the example. */
  readonly example?: string
  readonly value?: unknown
}

/** Every answer of the document: each example of each media type, status and operation. */
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

/** What makes the mock give an answer. */
export function headersFor({ status, example }: DocumentedAnswer): Readonly<Record<string, string>> {
  return { Prefer: `code=${status}${example === undefined ? '' : `, example=${example}`}` }
}

/** An answer in words. */
export function describeAnswer({ operation, status, mediaType, example }: DocumentedAnswer): string {
  return [operation, status, mediaType, example].filter((part) => part !== undefined).join(' ')
}
