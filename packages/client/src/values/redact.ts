/** No access token is shorter; a shorter text may be a word that a service uses for other reasons. */
const shortest = 16

/** The same text without a secret in it, as it is or as a part of a URL. */
export function redact(text: string, secret: string): string {
  // No form of it is shorter than the secret, so that most texts need not be searched.
  if (secret.length < shortest || text.length < secret.length) return text
  const encoded = encodeURIComponent(secret)
  const lower = encoded.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
  return [secret, encoded, lower].reduce((rest, form) => rest.replaceAll(form, '<token>'), text)
}

/** The same headers without a secret in their values. */
export function redactHeaders(headers: Headers, secret: string): Headers {
  let found = false
  const clean = [...headers].map(([name, value]): [string, string] => {
    const rest = redact(value, secret)
    found ||= rest !== value
    return [name, rest]
  })
  return found ? new Headers(clean) : headers
}
