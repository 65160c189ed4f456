import type { OutgoingMessage } from './message.ts'

/** A response before it is serialised. It is checked against the contract before it is sent. */
export interface Answer {
  /** HTTP status, from 200 to 599. */
  readonly status: number
  /**
   * Headers by name, in any case.
   * @default {}
   */
  readonly headers?: Readonly<Record<string, string>>
  /** A JSON value, or text if `mediaType` is not JSON. Leave it out for a response without a body. */
  readonly body?: unknown
  /**
   * The body as JSON text, for numbers with more digits than a JavaScript number holds.
   * @default the serialised body
   */
  readonly json?: string
  /** The media type of the body. @default 'application/json' */
  readonly mediaType?: string
  /**
   * The `Content-Type` header, if it differs from the media type; null leaves it out.
   * @default the media type
   */
  readonly contentType?: string | null
  /** Describes the part of the response that no documentation backs. */
  readonly inferred?: string
}

/** A response that an injected fault changes after the contract check. The changed message is not checked again. */
export interface InjectedAnswer {
  /** The name of the injected fault. */
  readonly injection: string
  /** The response without the fault; absent if the service never saw the request. */
  readonly answer?: Answer
  /** Makes the message that is sent instead. */
  readonly send: (intended: OutgoingMessage | undefined) => OutgoingMessage
  /** Delays sending until it resolves. */
  readonly wait?: () => Promise<void>
}

/** Whether an injected fault changes the response. */
export function isInjected(answer: Answer | InjectedAnswer): answer is InjectedAnswer {
  return 'injection' in answer
}
