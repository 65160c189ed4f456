import type { Parameter } from '@partner-upgrades/spec'

/** The value that the text of a parameter or header stands for. What does not parse stays text, for the schema to refuse. */
export function parseText(type: Parameter['type'], text: string, items: Parameter['items'] = 'string'): unknown {
  if (type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (type === 'number' || type === 'integer') {
    return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
  }
  if (type === 'array') return text === '' ? [] : text.split(',').map((item) => parseText(items, item.trim()))
  return text
}
