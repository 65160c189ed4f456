const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The customer in Microsoft's examples. */
export const documentedCustomer = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** The target of the walkthrough: the embedded mock, or a real endpoint with a real customer. */
export type Settings =
  | { readonly kind: 'embedded'; readonly customerId: string }
  | { readonly kind: 'real'; readonly customerId: string; readonly baseUrl: string; readonly token: string }

/** Reports invalid settings; the message says which, and what to type instead. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/**
 * Reads the settings from the command line (a customer ID) and the environment.
 *
 * @throws {SettingsError} if the customer ID is not a GUID, or a setting for a real endpoint is missing
 */
export function parseSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const [customerId, ...rest] = args
  if (rest.length > 0) throw new SettingsError(`One customer at a time: unexpected ${rest.join(' ')}. ${usage}`)
  if (customerId !== undefined && !guid.test(customerId)) {
    throw new SettingsError(`The customer ID ${JSON.stringify(customerId)} is not a GUID. ${usage}`)
  }
  const { PARTNER_CENTER_BASE_URL: baseUrl, PARTNER_CENTER_TOKEN: token } = env
  if (!baseUrl) {
    if (token)
      throw new SettingsError('PARTNER_CENTER_TOKEN is set but PARTNER_CENTER_BASE_URL is not: set both, or neither.')
    return { kind: 'embedded', customerId: customerId ?? documentedCustomer }
  }
  if (!token)
    throw new SettingsError('PARTNER_CENTER_BASE_URL is set: PARTNER_CENTER_TOKEN must hold an App+User token for it.')
  if (!customerId) throw new SettingsError(`A real endpoint needs a customer. ${usage}`)
  return { kind: 'real', customerId, baseUrl, token }
}

const usage = 'Usage: npm start -- CUSTOMER_ID, for example: npm start -- 4c721420-72ad-4708-a0a7-371a2f7b0969'
