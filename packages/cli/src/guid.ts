/** Whether a text is a GUID as Partner Center writes them: with hyphens, without braces, in any case. */
export function isGuid(text: unknown): text is string {
  return typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}
