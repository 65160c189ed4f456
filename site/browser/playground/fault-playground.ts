import { button, el } from '../element.ts'
import { recipeFor } from './recipes.ts'
import { startSimulation } from './simulation.ts'
import { toHash } from './situation.ts'
import { wireView } from './wire-view.ts'

/** Puts a button that makes a fault happen into an element. The situation is one of its own: that of other pages stays as it is. */
export function startFaultPlayground(place: HTMLElement, code: string, root: string): void {
  const { situation, how } = recipeFor(code)
  const wire = el('div', { class: 'exchanges', 'aria-live': 'polite' })
  const last = situation.steps.findLast((step) => step.do === 'send')
  const go = el(
    'a',
    { href: `${root}operations/${last?.operation ?? ''}.html${toHash(situation)}` },
    'Go on from there',
  )
  const make = button(
    'Make it happen',
    async () => {
      const simulation = await startSimulation(situation, () => {})
      wire.replaceChildren(...wireView(simulation.exchanges, { root, waitAndRepeat: () => location.assign(go.href) }))
    },
    { class: 'main' },
  )
  place.replaceChildren(el('p', {}, how), el('p', { class: 'row' }, make, go), wire)
  place.dataset.ready = 'true'
}
