// Microsoft's table of error codes of 2023-06-15 with the wordings of October 2021, and three codes of tokens: 900421 from its partner
// blog, 900420 and 10001 from reports of partners. Read off the sources and not off the specification, so that a slip there is noticed here.

/** What is published of a code that belongs to upgrades. */
export interface PublishedFault {
  readonly status: number
  /** The text, `…` where the service fills something in; absent where no text is published. */
  readonly text?: string
  /** The text of October 2021, where it was another. */
  readonly textOf2021?: string
  /** Where code and text were seen. @default 'documented' */
  readonly level?: 'captured'
  /** What is wrong with the token, in the words of the client. */
  readonly token?: 'audience' | 'mfa' | 'appOnly'
}

/** By code. */
export const publishedFaults: Readonly<Record<string, PublishedFault>> = {
  '10001': { status: 401, text: 'Authentication failed. MFA required.', level: 'captured', token: 'mfa' },
  '20002': {
    status: 403,
    text: 'The partner ID … has no commerce relationship with the customer ID ….',
    textOf2021: 'The partner id … has no commerce relationship with the customer id ….',
  },
  '900105': {
    status: 403,
    text: "You have one or more Azure subscriptions in the suspended state. Suspended Azure subscriptions can't be transitioned to the Azure plan",
    textOf2021:
      "You have one or more Azure subscriptions in the suspended state. These can't be transitioned to the Azure plan",
  },
  '900106': { status: 404, text: 'No upgrade request was found' },
  '900107': {
    status: 400,
    text: "Can't process Azure upgrade since Azure catalog item wasn't found",
    textOf2021: 'Cannot process Azure upgrade since Azure catalog item was not found',
  },
  '900108': {
    status: 403,
    text: "Can't process Azure upgrade since customer has no Azure subscriptions.",
    textOf2021: 'Cannot process Azure upgrade since customer has no Azure subscriptions.',
  },
  '900109': {
    status: 409,
    text: "This upgrade isn't allowed as original upgrade … is in progress",
    textOf2021: 'This upgrade is not allowed as original upgrade … is in progress',
  },
  '900110': {
    status: 400,
    text: "Can't process the upgrade request for completed upgrade …",
    textOf2021: 'Cannot process the upgrade request for completed upgrade …',
  },
  '900111': {
    status: 400,
    text: "The upgrade ID provided doesn't belong to customer …. The customer is mapped to upgrade ID …",
    textOf2021: 'The upgrade ID provided does not belong to customer …. The customer is mapped to upgrade ID …',
  },
  '900118': { status: 400, text: 'Invalid Customer ID' },
  '900119': {
    status: 403,
    text: "Can't process Azure upgrade for Azure Partner Shared Services",
    textOf2021: 'Cannot process Azure upgrade for Azure Partner Shared Services',
  },
  '900120': {
    status: 403,
    text: "Can't process Azure upgrade",
    textOf2021: 'Cannot process Azure upgrade',
  },
  '900127': {
    status: 400,
    text: "This operation isn't supported in this environment",
    textOf2021: 'This operation is not supported in this environment',
  },
  '900130': {
    status: 403,
    text: "One or more Azure subscriptions were purchased recently, these subscriptions can't be transitioned at this time. Try again later",
    textOf2021:
      'One or more Azure subscriptions were purchased recently, these subscriptions cannot be transitioned at this time. Please try again later',
  },
  '900329': {
    status: 403,
    text: 'This resource does not support application-only authentication.',
    token: 'appOnly',
  },
  '900420': {
    status: 401,
    text: "The audience '…' in the token is invalid and is no longer supported in Partner Center API.",
    level: 'captured',
    token: 'audience',
  },
  '900421': { status: 401, token: 'mfa' },
}

/** A pattern for a published text, whatever the service filled in: a GUID, or an audience. */
export function textPattern(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('(?:[0-9a-f-]{36}|https://[a-z.]{1,60})')}$`, 'i')
}
