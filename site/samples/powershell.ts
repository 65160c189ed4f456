import { type Situation, toRequest } from './request.ts'

/** Writes the request in PowerShell 7. */
export function toPowerShell(situation: Situation): string {
  const { method, url, headers, body } = toRequest(situation)
  const sent = headers.filter(([name]) => name !== 'Content-Type')
  const names = ['Authorization', ...sent.map(([name]) => quote(name))]
  const width = Math.max(...names.map((name) => name.length))
  const lines = [
    '$headers = @{',
    `  ${'Authorization'.padEnd(width)} = "Bearer $env:PARTNER_CENTER_TOKEN"`,
    ...sent.map(([name, value]) => `  ${quote(name).padEnd(width)} = ${quote(value)}`),
    '}',
    ...(body === undefined ? [] : [`$body = ${quote(body)}`]),
    `$answer = Invoke-WebRequest -Method ${method} -Uri ${quote(url)} -Headers $headers${
      body === undefined ? '' : " -ContentType 'application/json' -Body $body"
    } -SkipHttpErrorCheck`,
    '$answer.StatusCode',
    '$answer.Content',
  ]
  return `${lines.join('\n')}\n`
}

/** Quotes a text in single quotes, within which PowerShell interprets only closing quotes, typographic ones included. */
function quote(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`
}
