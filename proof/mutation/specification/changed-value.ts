/** Returns another value of the same kind. In a text, the last digit changes if possible, so that a GUID or a date remains one. */
export function changedValue(value: unknown): boolean | number | string {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  const text = String(value)
  const digit = /[0-8](?=[^0-9]*$)/.exec(text)
  if (digit) return text.slice(0, digit.index) + String(Number(digit[0]) + 1) + text.slice(digit.index + 1)
  return `${text}x`
}
