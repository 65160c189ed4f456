import MiniSearch from 'minisearch'
import { el } from '../element.ts'
import { mostResults, type SearchSection, searchOptions } from './options.ts'

/** Enables the search box. The index is loaded on first use. `root` is the relative path to the root of the site. */
export function startSearch(root: string): void {
  const box = document.querySelector<HTMLInputElement>('#search-box')
  const results = document.querySelector<HTMLElement>('#search-results')
  if (box === null || results === null) return
  let index: Promise<MiniSearch<SearchSection>> | undefined
  const load = (): Promise<MiniSearch<SearchSection>> => {
    index ??= loadIndex(root)
    return index
  }
  box.hidden = false
  box.addEventListener('focus', () => void load())
  box.addEventListener('input', async () => {
    const found = await load()
    results.replaceChildren(...show(found, box.value, root))
    results.hidden = box.value.trim() === ''
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') results.hidden = true
    if (event.key !== '/' || isTyping(event.target)) return
    event.preventDefault()
    box.focus()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !results.contains(target) && target !== box) results.hidden = true
  })
}

function show(index: MiniSearch<SearchSection>, query: string, root: string): readonly Node[] {
  const found = index.search(query).slice(0, mostResults)
  if (found.length === 0) return query.trim() === '' ? [] : [el('p', {}, 'Nothing found.')]
  const items = found.map(({ id, title, heading }) =>
    el(
      'li',
      {},
      el('a', { href: `${root}${id}` }, title, ...(heading === '' ? [] : [el('span', {}, ` › ${heading}`)])),
    ),
  )
  return [el('ul', {}, ...items)]
}

/** Loads the index as a script: a page opened from a file cannot send requests. */
function loadIndex(root: string): Promise<MiniSearch<SearchSection>> {
  return new Promise((resolve, reject) => {
    const script = el('script', { src: `${root}search-index.js` })
    script.addEventListener('load', () => {
      const json: unknown = Reflect.get(globalThis, 'searchIndex')
      resolve(MiniSearch.loadJSON(String(json), searchOptions))
    })
    script.addEventListener('error', () => reject(new Error('The search index could not be loaded.')))
    document.head.append(script)
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
