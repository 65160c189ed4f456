/** Attributes of an element: `true` for one without a value, `false` or `undefined` for none. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** Creates an element with attributes and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(attribute, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

/** Creates a button with a click handler. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', act)
  return element
}
