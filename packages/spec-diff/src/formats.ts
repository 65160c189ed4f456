/** Formats, with the formats that they include. */
const included: Readonly<Record<string, readonly string[]>> = {
  int64: ['int32'],
  double: ['float'],
  'uri-reference': ['uri'],
  'iri-reference': ['iri', 'uri', 'uri-reference'],
  iri: ['uri'],
  'idn-email': ['email'],
  'idn-hostname': ['hostname'],
}

/** Whether a format is known to allow every value of another one. */
export function isWiderFormat(format: unknown, other: unknown): boolean {
  return typeof format === 'string' && typeof other === 'string' && (included[format]?.includes(other) ?? false)
}
