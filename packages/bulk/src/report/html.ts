/** A piece of markup that is safe to insert unescaped. */
export interface Html {
  /** The markup. */
  readonly html: string
}

type Part = Html | string | number | undefined | readonly Part[]

/** Builds HTML: escapes interpolated values unless they are HTML already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, index) => text + render(parts[index])).join('') }
}

/** Marks a text as safe HTML. Only for this package's own texts, never for external ones. */
export function trusted(text: string): Html {
  return { html: text }
}

function render(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(render).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes a text. Control characters other than whitespace, which HTML cannot express, become U+FFFD. */
function escaped(text: string): string {
  return text.replace(/[&<>"']|(?![\t\n\r])\p{Cc}/gu, (character) => entities[character] ?? '\ufffd')
}
