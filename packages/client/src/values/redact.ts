/** The shortest secret to redact: no access token is shorter, and a shorter text may be an ordinary word. */
const shortest = 16

/** Redacts a secret in a text, verbatim or URL-encoded. */
export function redact(text: string, secret: string): string {
  // No encoded form is shorter than the secret, so most texts need not be searched.
  if (secret.length < shortest || text.length < secret.length) return text
  const encoded = encodeURIComponent(secret)
  const lower = encoded.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
  return [secret, encoded, lower].reduce((rest, form) => rest.replaceAll(form, '<token>'), text)
}

/** Redacts a secret in the values of headers. */
export function redactHeaders(headers: Headers, secret: string): Headers {
  let found = false
  const clean = [...headers].map(([name, value]): [string, string] => {
    const rest = redact(value, secret)
    found ||= rest !== value
    return [name, rest]
  })
  return found ? new Headers(clean) : headers
}
