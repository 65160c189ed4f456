import { button } from './element.ts'

/** Creates a button that copies a text and shows whether that worked. */
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

/** Writes to the clipboard. A browser may refuse, for example on pages opened from a file. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
