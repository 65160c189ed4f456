/** A piece of a page that is safe to put into it as it is. */
export interface Html {
  /** The markup. */
  readonly html: string
}

type Part = Html | string | number | undefined | readonly Part[]

/** Builds HTML: what is put in is text, and shows as it is, unless it is HTML already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, index) => text + render(parts[index])).join('') }
}

/** Takes a text for HTML: one of this package's own, never one from elsewhere. */
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

/** Control characters, which HTML has no way to write, show as U+FFFD; but not those that are blanks. */
function escaped(text: string): string {
  return text.replace(/[&<>"']|(?![\t\n\r])\p{Cc}/gu, (character) => entities[character] ?? '\ufffd')
}
