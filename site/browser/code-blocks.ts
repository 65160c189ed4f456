import { copiedText } from './copied-text.ts'
import { copyButton } from './copy.ts'

/** Adds a copy button to each code block. */
export function startCodeBlocks(): void {
  for (const block of document.querySelectorAll<HTMLElement>('main div[class*="language-"]')) {
    const code = block.querySelector('code')
    if (code !== null)
      block.append(copyButton(() => copiedText(block.matches('.language-console'), code.textContent ?? '')))
  }
}
