import type { Operation } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { exampleValues, type RequestValues } from '../../samples/request.ts'
import { button, el } from '../element.ts'
import { createControls } from './controls.ts'
import { createCustomerChoice } from './customer-choice.ts'
import { customerOf, isAboutCustomer, withCustomer } from './customers.ts'
import { createForm } from './form.ts'
import { freshIds } from './recipes.ts'
import { showSamples } from './samples-view.ts'
import { type Session, startSession } from './session.ts'
import type { Simulation } from './simulation.ts'
import type { Situation, SituationCustomer } from './situation.ts'
import { freshSituation, keepSituation, loadSituation } from './store.ts'
import { wireView } from './wire-view.ts'

/** Creates the playground of an operation in an element. `root` is the relative path to the root of the site. */
export async function startOperationPlayground(place: HTMLElement, operation: Operation, root: string): Promise<void> {
  const [baseUrl = ''] = contract.servers
  let session: Session | undefined
  const wire = el('div', { class: 'exchanges', 'aria-live': 'polite' })

  const form = createForm(operation, freshIds(exampleValues(operation)), changed)
  const choice = createCustomerChoice({
    choose: (id) => {
      form.fill(withCustomer(form.values(), id))
      changed()
    },
    setCondition: (id, condition) =>
      void restart((situation) => ({
        ...situation,
        customers: situation.customers.map((each) => (each.id === id ? withCondition(each, condition) : each)),
      })),
  })

  async function restart(change: (situation: Situation) => Situation): Promise<void> {
    if (!session) return
    await session.restart(change)
    controls.replaceWith(makeControls(session))
    show()
  }
  async function sendRequest(): Promise<void> {
    await session?.run(() => ({ do: 'send', operation: operation.id, values: form.values(), token: form.token() }))
    form.fill(freshIds(form.values()))
    changed()
  }
  function changed(): void {
    showSamples({ operation, values: form.values(), baseUrl })
    if (session) choice.show(session.simulation.situation, customerOf(form.values()))
  }
  function show(): void {
    if (!session) return
    const { simulation } = session
    keepSituation(simulation.situation)
    showTime(simulation.now())
    wire.replaceChildren(
      ...wireView(simulation.exchanges, {
        root,
        waitAndRepeat({ step }, seconds) {
          void session?.run({ do: 'advance', by: `${seconds}s` })
          void session?.run(step)
        },
      }),
    )
  }
  let showTime: (now: number) => void = () => {}
  let controls: HTMLElement
  function makeControls(started: Session): HTMLElement {
    const made = createControls({
      run: (step) => void started.run(step),
      restart: (change) => void restart(change),
      forget: () => void restart(freshSituation),
      situation: () => started.simulation.situation,
    })
    showTime = made.show
    controls = made.element
    return made.element
  }

  // A link may be truncated, or come from another version of the API.
  const opened = await startSession(loadSituation(), show).catch(() => startSession(freshSituation(), show))
  session = opened
  form.fill(latest(operation, opened.simulation, form.values()))
  place.replaceChildren(
    ...(isAboutCustomer(operation) ? [choice.element] : []),
    form.element,
    el(
      'p',
      {},
      button('Send', () => void sendRequest(), { class: 'main send' }),
    ),
    wire,
    makeControls(opened),
  )
  changed()
  show()
  place.dataset.ready = 'true'
}

/** Fills the request with the customer and ID of the upgrade created last, if there is one. */
function latest(operation: Operation, simulation: Simulation, values: RequestValues): RequestValues {
  const upgrade = simulation.upgrades().at(-1)
  if (upgrade === undefined || !isAboutCustomer(operation)) return values
  const { parameters, body } = withCustomer(values, upgrade.customerId, upgrade.productFamily ?? undefined)
  return { parameters: { ...parameters, ...('upgrade-id' in parameters && { 'upgrade-id': upgrade.id }) }, body }
}

function withCondition(
  { condition: _, ...customer }: SituationCustomer,
  condition: string | undefined,
): SituationCustomer {
  return { ...customer, ...(condition !== undefined && { condition }) }
}
