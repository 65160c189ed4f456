/** The clouds that Partner Center runs in, by the names that the client uses. */
export type Cloud = 'global' | 'usGov' | 'china21Vianet'

/** What differs between clouds. */
export interface CloudEndpoints {
  /** The base URL of Partner Center, which is the audience of its tokens. */
  readonly baseUrl: string
  /** Where its users sign in. */
  readonly login: string
}

const baseUrl = 'https://api.partnercenter.microsoft.com'

/**
 * The endpoints of each cloud.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 */
export const clouds: Readonly<Record<Cloud, CloudEndpoints>> = {
  global: { baseUrl, login: 'https://login.microsoftonline.com' },
  usGov: { baseUrl, login: 'https://login.microsoftonline.us' },
  china21Vianet: {
    baseUrl: 'https://partner.partnercenterapi.microsoftonline.cn',
    login: 'https://login.partner.microsoftonline.cn',
  },
}

/** Whether a value names a cloud. */
export function isCloud(value: unknown): value is Cloud {
  return typeof value === 'string' && Object.hasOwn(clouds, value)
}
