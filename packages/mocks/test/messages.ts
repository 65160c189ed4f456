import type { IncomingMessage } from '../src/contract/message.ts'

/** An incoming message made of plain values. */
export function textMessage({
  method = 'POST',
  target = '/things',
  headers = {},
  body = '',
}: {
  method?: string
  target?: string
  headers?: Readonly<Record<string, string>>
  body?: string
}): IncomingMessage {
  return {
    method,
    target,
    header: (name) => headers[name] ?? null,
    headers: () => Object.entries(headers),
    text: async () => body,
  }
}
