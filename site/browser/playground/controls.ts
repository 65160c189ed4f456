import { contract } from '@partner-upgrades/spec/contract'
import { copyButton } from '../copy.ts'
import { button, el } from '../element.ts'
import { presetNames } from './presets.ts'
import { type Situation, type Step, toHash } from './situation.ts'
import { clockText } from './wire-view.ts'

/** The actions that the controls trigger. */
export interface ControlActions {
  readonly run: (step: Step) => void
  readonly restart: (change: (situation: Situation) => Situation) => void
  readonly forget: () => void
  readonly situation: () => Situation
}

/** The controls of the simulated service. */
export interface Controls {
  readonly element: HTMLElement
  /** Updates the displayed time. */
  readonly show: (now: number) => void
}

const spans = { '1m': '+1 min', '10m': '+10 min', '1h': '+1 h', '24h': '+1 day' }

/** Creates the controls: clock, throttling, faults to inject, and a link that restores the situation. */
export function createControls(actions: ControlActions): Controls {
  const time = el('output', { class: 'clock', 'aria-label': 'Time of the simulation' })
  const element = el(
    'fieldset',
    { class: 'controls' },
    el('legend', {}, 'The simulated service'),
    el(
      'div',
      { class: 'row' },
      time,
      ...Object.entries(spans).map(([by, label]) => button(label, () => actions.run({ do: 'advance', by }))),
    ),
    el('div', { class: 'row' }, throttling(actions)),
    el('div', { class: 'row' }, injection(actions)),
    el(
      'div',
      { class: 'row' },
      copyButton(
        () => location.href.slice(0, location.href.length - location.hash.length) + toHash(actions.situation()),
        'Copy a link to this situation',
      ),
      button('Start over', actions.forget),
    ),
  )
  return {
    element,
    show: (now) => {
      time.textContent = clockText(now)
    },
  }
}

function throttling({ situation, restart }: ControlActions): HTMLElement {
  const limits = [0, 1, 2, 5, 10]
  const current = situation().callsPerMinute
  const all = limits.includes(current) ? limits : [...limits, current]
  const select = el(
    'select',
    {},
    ...all.map((limit) => option(String(limit), limit === 0 ? 'no limit' : `${limit} a minute`, limit === current)),
  )
  select.addEventListener('change', () => restart((before) => ({ ...before, callsPerMinute: Number(select.value) })))
  return el('label', {}, 'Throttling ', select)
}

function injection({ run }: ControlActions): HTMLElement {
  const preset = el('select', {}, ...presetNames.map((name) => option(name, name, false)))
  const codes = Object.values(contract.faults).map(({ code, name }) => option(code, `${code} ${name}`, false))
  const code = el('select', {}, ...codes)
  const codeLabel = el('label', {}, 'Code ', code)
  const showCode = (): void => {
    codeLabel.hidden = preset.value !== 'fault'
  }
  preset.addEventListener('change', showCode)
  showCode()
  const status = el('span', { role: 'status' })
  const inject = button('Inject into the next call', () => {
    run({ do: 'inject', preset: preset.value, ...(preset.value === 'fault' && { code: code.value }) })
    status.textContent = `${preset.value} applies to the next call.`
  })
  return el('span', { class: 'row' }, el('label', {}, 'Fault ', preset), codeLabel, inject, status)
}

/** Creates an option of a select element. */
export function option(value: string, text: string, selected: boolean): HTMLOptionElement {
  return el('option', { value, selected }, text)
}
