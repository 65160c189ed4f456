/** The environment variable for each option of the libraries. */
const variables: Readonly<Record<string, string>> = {
  tenantId: 'PARTNER_CENTER_TENANT_ID',
  clientId: 'PARTNER_CENTER_CLIENT_ID',
  clientSecret: 'PARTNER_CENTER_CLIENT_SECRET',
  certificate: 'PARTNER_CENTER_CERTIFICATE',
  cloud: 'PARTNER_CENTER_CLOUD',
  authority: 'PARTNER_CENTER_AUTHORITY',
  baseUrl: 'PARTNER_CENTER_BASE_URL',
}

/** The environment variable for an option of a library, if there is one. */
export function settingOf(option: string): string | undefined {
  return Object.hasOwn(variables, option) ? variables[option] : undefined
}

/** Replaces options in backticks in a library's text by their environment variables. */
export function toSettings(text: string): string {
  return text.replace(/`([a-zA-Z]+)`/g, (quoted, option: string) => settingOf(option) ?? quoted)
}
