// Microsoft's table of error codes of 2023-06-15 with the wordings of October 2021, and three codes of tokens: 900421 from its partner
// blog, 900420 and 10001 from reports of partners. Taken from the sources, not from the specification, so that slips there show here.

/** The published facts about a code that belongs to upgrades. */
export interface PublishedFault {
  readonly status: number
  /** The text, with `…` where the service fills in a value; absent if no text is published. */
  readonly text?: string
  /** The text of October 2021, if it was different. */
  readonly textOf2021?: string
  /** Where code and text were seen. @default 'documented' */
  readonly level?: 'captured'
  /** What is wrong with the token, as a reason of the client. */
  readonly token?: 'audience' | 'mfa' | 'appOnly'
}

/** The published faults, by code. */
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

/** Codes of the same table that upgrades may get, though no page says so; 900159 is from the page on cancelling Azure subscriptions. */
export const plausibleFaults: Readonly<Record<string, readonly [status: number, text: string]>> = {
  '13605': [
    403,
    'Either a partner confirmation of the customer acceptance of the Microsoft Customer Agreement must be provided or the customer must accept the Microsoft Customer Agreement in the Microsoft Admin Center before you can complete this purchase',
  ],
  '60003': [404, 'Tenant not found'],
  '800001': [401, 'Partner Token missing in request context'],
  '800039': [403, "Reseller program status isn't active"],
  '800073': [
    403,
    'Your customer account is currently under review. Check back in few days. Your patience is appreciated during this time. Learn more at …',
  ],
  '800074': [
    403,
    'Your customer account is currently under review. Check back in few days. Your patience is appreciated during this time. Learn more at …',
  ],
  '800075': [
    403,
    "Your Customer account wasn't approved. Transactions for this customer aren't allowed. Verify the customer account information is correct. For more information, refer to …",
  ],
  '900112': [409, "This purchase isn't allowed as the upgrade request … is in pending state"],
  '900113': [409, "This purchase isn't allowed as the upgrade request … is in progress"],
  '900114': [409, "This purchase isn't allowed as the upgrade request … failed"],
  '900115': [
    403,
    "Azure plan can't be moved to suspended state since you have one or more Azure Subscriptions in the active state",
  ],
  '900116': [
    400,
    "Unable to create order. There's a limit to how many Azure plans can be created under sandbox accounts",
  ],
  '900117': [400, 'You have passed your …-day cancellation window. We are unable to cancel your purchase'],
  '900121': [
    403,
    'Unable to process order due to insufficient credit limit, please contact ucmwrcsp@microsoft.com for further assistance',
  ],
  '900123': [403, "Microsoft Partner Agreement hasn't been accepted by the indirect reseller"],
  '900124': [
    403,
    "Your company hasn't accepted the Microsoft Partner Agreement (MPA). The global admin of the CSP account must accept the MPA to resume the full transactional capabilities. Search … for your global admin and have them sign the MPA on the dashboard … to resume full transactional capabilities",
  ],
  '900149': [403, "… program status isn't active."],
  '900150': [403, "The supplied role doesn't have the rights to perform the requested operation"],
  '900159': [
    403,
    'The partner with account ID … and organization ID … has no commerce relationship with the customer with account ID … and organization ID ….',
  ],
  '900192': [500, 'Something went wrong. Try again after some time.'],
  '900308': [403, 'Insufficient privileges to complete the operation.'],
  '900309': [
    403,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ],
}

/** The general code and text of each status: those of the table, or the status itself with the text in the list of statuses. */
export const generalFaults: Readonly<Record<string, readonly [code: string, text: string]>> = {
  '400': ['800002', 'Invalid request input'],
  '401': ['400', 'Access denied'],
  '403': ['2032', 'Access denied'],
  '404': ['1000', 'Not found'],
  '405': ['405', 'Method not allowed'],
  '406': ['406', 'Not acceptable'],
  '408': ['408', 'Request timeout'],
  '409': ['409', 'Conflict'],
  '412': ['412', 'Precondition failed'],
  '415': ['415', 'Unsupported media type'],
  '500': ['800003', 'Unexpected service error'],
  '501': ['0', 'Exception not defined'],
  '502': ['502', 'Bad gateway'],
  '503': ['503', 'Service unavailable'],
  '504': ['504', 'Gateway timeout'],
}

/** Returns a pattern for a published text, with any GUID or audience where the service fills in a value. */
export function textPattern(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('(?:[0-9a-f-]{36}|https://[a-z.]{1,60})')}$`, 'i')
}
