const shape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text is a GUID as this API writes them: hyphens, no braces, any case. */
export function isGuid(text: string): boolean {
  return shape.test(text)
}

/** What .NET prints for a GUID that was never set. */
export const emptyGuid = '00000000-0000-0000-0000-000000000000'
