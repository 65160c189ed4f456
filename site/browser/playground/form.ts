import type { Operation, Parameter } from '@partner-upgrades/spec'
import type { RequestValues } from '../../samples/request.ts'
import { el } from '../element.ts'
import { option } from './controls.ts'

/** The fields of a request. */
export interface RequestForm {
  readonly element: HTMLElement
  readonly values: () => RequestValues
  readonly token: () => string
  /** Replaces the values of all fields. */
  readonly fill: (values: RequestValues) => void
}

/** Creates the fields for an operation's parameters and body; `onChange` is called on every input. */
export function createForm(operation: Operation, values: RequestValues, onChange: () => void): RequestForm {
  const token = el('input', { type: 'text', value: 'a-token', autocomplete: 'off', spellcheck: 'false' })
  const fields = new Map(operation.parameters.map((parameter) => [parameter.name, field(parameter)]))
  const hasBody = operation.requestBody !== undefined
  const body = el('textarea', { rows: '6', spellcheck: 'false' })
  const labelled = operation.parameters.map((parameter) => {
    const input = fields.get(parameter.name)
    return input === undefined
      ? undefined
      : label(parameter.name, parameter.required ? `${parameter.in}, required` : parameter.in, input)
  })
  const [required, optional] = [true, false].map((isShown) =>
    labelled.filter((each, at) => each !== undefined && isShown === isEssential(operation.parameters[at])),
  )
  const element = el(
    'div',
    { class: 'fields' },
    ...(required ?? []).filter((each) => each !== undefined),
    ...(hasBody ? [label('Body', 'JSON', body)] : []),
    el(
      'details',
      {},
      el('summary', {}, 'Headers and options'),
      label('Access token', 'the simulated service accepts any; empty for none', token),
      ...(optional ?? []).filter((each) => each !== undefined),
    ),
  )
  const fill = ({ parameters, body: text }: RequestValues): void => {
    for (const [name, input] of fields) input.value = parameters[name] ?? ''
    body.value = text ?? ''
  }
  fill(values)
  element.addEventListener('input', onChange)
  return {
    element,
    fill,
    token: () => token.value,
    values: () => ({
      parameters: Object.fromEntries([...fields].flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]]))),
      body: hasBody && body.value !== '' ? body.value : undefined,
    }),
  }
}

function isEssential(parameter: Parameter | undefined): boolean {
  return parameter !== undefined && parameter.in !== 'header'
}

function field({ type, example }: Parameter): HTMLInputElement | HTMLSelectElement {
  if (type === 'boolean')
    return el(
      'select',
      {},
      ...['', 'true', 'false'].map((value) => option(value, value === '' ? 'omitted' : value, false)),
    )
  const placeholder = example === undefined ? '' : typeof example === 'string' ? example : JSON.stringify(example)
  return el('input', { type: 'text', placeholder, autocomplete: 'off', spellcheck: 'false' })
}

/** Creates a field with its name and a hint. */
function label(name: string, hint: string, input: HTMLElement): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, el('code', {}, name), ` ${hint}`), input)
}
