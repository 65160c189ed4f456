import type { OutgoingMessage } from './message.ts'

/** An answer before it is serialised. It is checked against the contract on its way out. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** A JSON value; or text, where `mediaType` is not JSON. Leave it out for an answer without a body. */
  readonly body?: unknown
  /** @default 'application/json' */
  readonly mediaType?: string
  /**
   * What `Content-Type` says, if not the media type; null leaves the header out.
   * @default the media type
   */
  readonly contentType?: string | null
  /** Which part of the answer no documentation backs, in words. */
  readonly inferred?: string
}

/** An answer that something happens to, after it was checked. What is sent is nobody's promise: it is not checked again. */
export interface DisturbedAnswer {
  /** What is wrong, by name. */
  readonly disturbance: string
  /** What would have been sent; absent where the service never got to see the request. */
  readonly answer?: Answer
  /** What is sent in its place. */
  readonly send: (intended: OutgoingMessage | undefined) => OutgoingMessage
  /** Resolves when it is sent. */
  readonly wait?: () => Promise<void>
}

/** Whether something happens to an answer on its way. */
export function isDisturbed(answer: Answer | DisturbedAnswer): answer is DisturbedAnswer {
  return 'disturbance' in answer
}
