/** Replacements that make advice say the opposite. */
const reversals: readonly (readonly [what: string, pattern: RegExp, by: string])[] = [
  ['another unit', /\bseconds\b/, 'milliseconds'],
  ['another unit', /\ba minute\b/, 'an hour'],
  ['the opposite', /\b[Dd]o not\b/, 'always'],
  ['the opposite', /\b[Nn]ever\b/, 'always'],
  ['the opposite', /\bcannot\b/, 'can'],
  ['the opposite', /\b(is|are|was|may|does|has|will|should|need|could) not\b/, '$1'],
  ['the opposite', /\bmust\b/, 'need not'],
  ['the opposite', /\bsafe to\b/, 'dangerous to'],
  ['the opposite', /\bsame\b/, 'other'],
  ['the opposite', /\b[Nn]ew for every\b/, 'the same for every'],
  ['the opposite', /\bwithout\b/, 'with'],
  ['the opposite', /\blater\b/, 'at once'],
  ['the opposite', /\balways\b/, 'never'],
  ['the opposite', /\bno\b/, 'a'],
  [
    'not to do it',
    /(^|[.;:,] |\b(?:and|then) )(accept|ask|buy|call|cancel|check|compare|create|decide|expect|follow|have|keep|let|obtain|parse|quote|read|reactivate|rely|repeat|request|send|store|take|tolerate|wait)(?= )/i,
    '$1do not $2',
  ],
]

/** Returns the text with one piece of its advice reversed, once for each replacement that applies. */
export function reverse(text: string): readonly (readonly [what: string, text: string])[] {
  return reversals.flatMap(([what, pattern, by]) =>
    pattern.test(text) ? [[what, text.replace(pattern, by)] as const] : [],
  )
}
