import type { SampleRequest } from '../../samples/request.ts'
import { createReader, type Reader } from './reader.ts'

/** Parses the request of a PowerShell sample, with the few language rules that samples use. */
export function readPowerShell(sample: string, environment: Readonly<Record<string, string>>): SampleRequest {
  const reader = createReader(sample)
  const text = (): string => readText(reader, environment)
  const headers: [string, string][] = []
  reader.take('$headers = @{')
  while (!reader.skip('}')) {
    const name = reader.peek() === "'" ? text() : reader.word(/[A-Za-z]+/y)
    reader.take('=')
    headers.push([name, text()])
  }
  const assigned = reader.skip('$body =') ? text() : undefined
  reader.take('$answer = Invoke-WebRequest')
  reader.take('-Method')
  const method = reader.word(/[A-Z]+/y)
  reader.take('-Uri')
  const url = text()
  reader.take('-Headers $headers')
  let body: string | undefined
  if (reader.skip('-ContentType')) {
    headers.push(['Content-Type', text()])
    reader.take('-Body $body')
    body = assigned
  }
  reader.take('-SkipHttpErrorCheck')
  reader.take('$answer.StatusCode')
  reader.take('$answer.Content')
  reader.end()
  return { method, url, headers, body }
}

/** PowerShell treats typographic quotes as single quotes, at both ends and doubled within. */
const single = "'‘’‚‛"

function readText(reader: Reader, environment: Readonly<Record<string, string>>): string {
  if (reader.skip('"Bearer $env:')) {
    const value = environment[reader.word(/\w+/y)] ?? ''
    reader.take('"')
    return `Bearer ${value}`
  }
  reader.take("'")
  let text = ''
  for (;;) {
    const char = reader.char()
    if (!single.includes(char)) text += char
    else if (single.includes(reader.peek(true))) text += reader.char()
    else return text
  }
}
