/** The clouds that Partner Center runs in. */
export type Cloud = 'global' | 'usGov' | 'china21Vianet'

const global = 'https://api.partnercenter.microsoft.com'

/**
 * The base URL of Partner Center in each cloud. The US Government cloud shares the global one.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-rest-urls
 */
export const cloudBaseUrls: Readonly<Record<Cloud, string>> = {
  global,
  usGov: global,
  china21Vianet: 'https://partner.partnercenterapi.microsoftonline.cn',
}

/**
 * The address at which users of each cloud sign in.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 */
export const cloudLogins: Readonly<Record<Cloud, string>> = {
  global: 'https://login.microsoftonline.com',
  usGov: 'https://login.microsoftonline.us',
  china21Vianet: 'https://login.partner.microsoftonline.cn',
}

/** Whether a value names a cloud. */
export function isCloud(value: unknown): value is Cloud {
  return typeof value === 'string' && Object.hasOwn(cloudBaseUrls, value)
}

/** Returns the scope to request a Partner Center token with. */
export function scopeOf(baseUrl: string): string {
  return `${baseUrl}/user_impersonation`
}
