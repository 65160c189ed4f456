import type { PlainRequest } from '@partner-upgrades/negative-tests'

/** Formats a request as a shell command, which reads the token from an environment variable. */
export function toCurl(baseUrl: string, { method, path, headers, body }: PlainRequest): string {
  const parts = Object.entries(headers).map(([name, value]) =>
    name === 'Authorization' && /^Bearer ./.test(value)
      ? '-H "Authorization: Bearer $PARTNER_CENTER_TOKEN"'
      : `-H ${quote(value.trim() === '' ? `${name};` : `${name}: ${value}`)}`,
  )
  return [
    `curl -i -X ${method} ${quote(baseUrl + path)}`,
    ...parts,
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ].join(' ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
