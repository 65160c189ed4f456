import { button, el } from '../element.ts'
import { option } from '../playground/controls.ts'
import { breaks } from './breaks.ts'
import { type Attempt, type Life, runLife } from './run.ts'

for (const place of document.querySelectorAll<HTMLElement>('.playground[data-kind="life"]')) start(place)

function start(place: HTMLElement): void {
  const choice = el('select', {}, ...breaks.map(({ name, title }) => option(name, title, false)))
  const picture = el('div', { 'aria-live': 'polite' })
  const run = async (): Promise<void> => {
    const chosen = breaks.find(({ name }) => name === choice.value) ?? breaks[0]
    if (chosen === undefined) return
    place.dataset.ready = 'false'
    picture.replaceChildren(...draw(await runLife(chosen)))
    place.dataset.ready = 'true'
  }
  choice.addEventListener('change', () => void run())
  place.replaceChildren(
    el(
      'p',
      { class: 'row' },
      el('label', {}, 'The connection breaks ', choice),
      button('Run again', () => void run()),
    ),
    picture,
  )
  void run()
}

function draw({ attempts, duration, ending, upgrades }: Life): readonly HTMLElement[] {
  return [
    el('ol', { class: 'life' }, ...attempts.map((attempt) => row(attempt, duration, attempts))),
    el(
      'p',
      { class: 'ending' },
      `${ending} It took ${span(duration)}. The service has `,
      el('strong', {}, `${upgrades} upgrade${upgrades === 1 ? '' : 's'}`),
      '.',
    ),
  ]
}

function row(attempt: Attempt, duration: number, all: readonly Attempt[]): HTMLElement {
  const { operation, from, to, result, isGood, requestId } = attempt
  const bar = el('span', { class: `bar ${isGood ? 'good' : 'bad'}` })
  // Set by the script: the content security policy forbids inline styles.
  bar.style.left = `min(${(from / duration) * 100}%, 100% - 5px)`
  bar.style.width = `${((to - from) / duration) * 100}%`
  const first = all.find((each) => each.operation === 'create' && each.requestId === requestId)
  const isRepeat = operation === 'create' && first !== undefined && first !== attempt
  return el(
    'li',
    {},
    el('span', { class: 'when' }, span(from)),
    el('span', { class: 'what' }, operation),
    el(
      'span',
      { class: `result ${isGood ? 'good' : 'bad'}` },
      `${result}${isRepeat ? ' (same MS-RequestId)' : ''}${to > from ? `, after ${span(to - from)}` : ''}`,
    ),
    el('span', { class: 'track', 'aria-hidden': 'true' }, bar),
  )
}

/** Formats milliseconds as minutes and seconds. */
function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
