import { button } from './element.ts'

/** A button that copies a text, and says so. */
export function copyButton(text: () => string, label = 'Copy'): HTMLButtonElement {
  const copy = button(label, async () => {
    copy.textContent = (await write(text())) ? 'Copied' : 'Not copied'
    setTimeout(() => {
      copy.textContent = label
    }, 2_000)
  })
  copy.className = 'copy'
  return copy
}

/** A browser may refuse, as it does for pages from files without a gesture. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
