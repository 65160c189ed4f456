import { type Situation, toRequest } from './request.ts'

/** The request as a command for curl, in a POSIX shell. */
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

/** In single quotes, within which a shell reads nothing but their end. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
