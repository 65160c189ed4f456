import { type Situation, toRequest } from './request.ts'

/** Writes the request as a curl command for a POSIX shell. */
export function toCurl(situation: Situation): string {
  const { method, url, headers, body } = toRequest(situation)
  const lines = [
    `curl --request ${method} ${quote(url)}`,
    '--header "Authorization: Bearer $PARTNER_CENTER_TOKEN"',
    ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ]
  return `${lines.join(' \\\n  ')}\n`
}

/** Quotes a text in single quotes, within which a shell interprets only the closing quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
