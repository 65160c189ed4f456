import { createProductUpgradesClient, isPartnerCenterError } from '@partner-upgrades/client'

// In development only: a build contains no mocks.
const mock = import.meta.env.DEV ? await (await import('./mock.ts')).startMock() : undefined

const upgrades = createProductUpgradesClient({ credential: getToken, ...mock })
const form = document.querySelector('form')
const list = document.querySelector('ol')

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  list?.replaceChildren()
  const customerId = String(new FormData(form).get('customerId'))
  try {
    const upgrade = await upgrades.ensure({ customerId, productFamily: 'Azure' })
    for await (const { status } of upgrades.watch(upgrade)) say(status)
  } catch (error) {
    if (!isPartnerCenterError(error)) throw error
    say(error.message)
  }
})
form?.querySelector('button')?.removeAttribute('disabled')

function say(text: string): void {
  const item = document.createElement('li')
  item.textContent = text
  list?.append(item)
}

/** Replace this with your page's way to get a token; the mocks accept any. */
async function getToken() {
  return { token: 'any-token', expiresOnTimestamp: Date.now() + 3_600_000 }
}
