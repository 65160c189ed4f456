import type { ErrorDetails, ProductUpgradesStatus } from '@partner-upgrades/client'
import type { Reason } from '../entry.ts'

/** Why an upgrade failed, wholly or in part, as far as its status says: the upgrade's own error, or else that of a line item. */
export function whyNot({ status, errorDetails, lineItems }: ProductUpgradesStatus): Reason {
  const said = [errorDetails, ...(lineItems?.map((item) => item?.errorDetails) ?? [])]
  const { code, message, description } = said.find(saysSomething) ?? {}
  return {
    text: message ?? description ?? `The upgrade is ${status}, and nothing says why.`,
    ...(code !== undefined && code !== null && { code: String(code) }),
  }
}

function saysSomething(details: ErrorDetails | null | undefined): details is ErrorDetails {
  return Boolean(details?.code ?? details?.message ?? details?.description)
}
