import type { Situation } from '../../samples/request.ts'
import { sampleLanguages } from '../../samples/samples.ts'

/** Rewrites the samples on the page with the entered values. The page shows them in the order of `sampleLanguages`. */
export function showSamples(situation: Situation): void {
  const blocks = samplesOnPage()
  for (const [index, { write }] of sampleLanguages.entries()) {
    const code = blocks[index]?.querySelector('code')
    const text = write(situation)
    if (code && code.textContent !== text) code.textContent = text
  }
}

function samplesOnPage(): readonly Element[] {
  const blocks: Element[] = []
  let next = document.querySelector('#samples')?.nextElementSibling
  for (; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
    if (next.matches('div[class*="language-"]')) blocks.push(next)
  }
  return blocks
}
