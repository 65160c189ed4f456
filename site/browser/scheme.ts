// Runs before the first paint: applies the colour scheme that the reader has chosen, if any, instead of the system's.
const key = 'scheme'
const chosen = read()
if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.scheme = chosen

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector<HTMLButtonElement>('#scheme')
  if (button === null) return
  const isDark = (): boolean => {
    const { scheme } = document.documentElement.dataset
    return scheme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : scheme === 'dark'
  }
  const show = (): void => {
    button.textContent = isDark() ? 'Light' : 'Dark'
    button.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours')
  }
  button.hidden = false
  show()
  button.addEventListener('click', () => {
    const scheme = isDark() ? 'light' : 'dark'
    document.documentElement.dataset.scheme = scheme
    write(scheme)
    show()
  })
})

/** A browser may refuse storage. */
function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(scheme: string): void {
  try {
    localStorage.setItem(key, scheme)
  } catch {
    // Then the choice lasts only as long as the page.
  }
}
