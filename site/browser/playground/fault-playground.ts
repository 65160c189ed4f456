import { button, el } from '../element.ts'
import { recipeFor } from './recipes.ts'
import { startSimulation } from './simulation.ts'
import { toHash } from './situation.ts'
import { wireView } from './wire-view.ts'

/** Adds a button that triggers a fault to an element. It uses its own situation and leaves that of other pages unchanged. */
export function startFaultPlayground(place: HTMLElement, code: string, root: string): void {
  const { situation, how } = recipeFor(code)
  const wire = el('div', { class: 'exchanges', 'aria-live': 'polite' })
  const last = situation.steps.findLast((step) => step.do === 'send')
  const go = el(
    'a',
    { href: `${root}operations/${last?.operation ?? ''}.html${toHash(situation)}` },
    'Continue from there',
  )
  const make = button(
    'Trigger this fault',
    async () => {
      const simulation = await startSimulation(situation, () => {})
      wire.replaceChildren(...wireView(simulation.exchanges, { root, waitAndRepeat: () => location.assign(go.href) }))
    },
    { class: 'main' },
  )
  place.replaceChildren(el('p', {}, how), el('p', { class: 'row' }, make, go), wire)
  place.dataset.ready = 'true'
}
