// What descriptions have to say so that people act correctly, by place in the document. Taken from Microsoft's pages, the source of
// its .NET SDK and, where no page says anything, from what must not be promised.

/** The statements that a description has to contain, all of them. */
export type Statements = Readonly<Record<string, readonly RegExp[]>>

/** Statements about the operations, by ID, and about their responses. */
export const ofOperations: Statements = {
  checkProductUpgradeEligibility: [/changes nothing and is safe to repeat/],
  'checkProductUpgradeEligibility 200': [
    /If not, this is a normal response with a reason/,
    /has no `Content-Type`: parse the body as JSON/,
  ],
  'checkProductUpgradeEligibility 400': [/invalid or cannot be carried out/],
  createProductUpgrade: [
    // "Prerequisites" of the page.
    /customer must have signed the Microsoft Customer Agreement/,
    /Each reseller gets one Azure plan/,
    /commerce\* subscription is suspended/,
    // "If there's a timeout, the retry call should include the same value."
    /After a timeout, repeat the call with the same `MS-RequestId`/,
    /after a 5xx is recognised is not known; check eligibility or wait for fault 900109/,
  ],
  'createProductUpgrade 202': [
    /was accepted and will be carried out/,
    /has no body; `Location` names the upgrade/,
    /: tolerate one, but do not rely on it/,
  ],
  'createProductUpgrade 400': [/invalid or cannot be carried out/],
  'createProductUpgrade 403': [/partner cannot upgrade this customer, or not at present/],
  'createProductUpgrade 409': [/is already being upgraded/],
  getDirectSignStatus: [/directly, without the partner/, /public cloud only, and needs App\+User credentials/],
  getProductUpgradeStatus: [
    /changes nothing and is safe to repeat, but do not poll in a tight loop/,
    /does not publish how long an upgrade takes; wait some tens of seconds/,
    /without `\/status`, and lists XML/,
    /SDK say `\/status`, and JSON/,
  ],
  'getProductUpgradeStatus 200': [
    /but its sample and the SDKs show a ProductUpgradesStatus/,
    /has no `Content-Type`: parse the body/,
  ],
  'getProductUpgradeStatus 400': [/belongs to another customer/],
  'getProductUpgradeStatus 404': [/does not exist/],
  'getProductUpgradeStatus request': [/is not valid JSON/, /should get a 400 if sent as printed/],
  listAzureEntitlements: [/under the IDs they had before/],
  listCustomerAgreements: [/either will do for an upgrade/, /public cloud only, and needs App\+User credentials/],
  'listCustomerAgreements 200': [/an empty list if there is none/, /is not valid JSON/],
  listCustomerSubscriptions: [
    /billing type `usage` and an offer that starts with `MS-AZR`/,
    /Suspended ones forecast fault 900105/,
    /only the Azure plan is listed, not the Azure subscriptions/,
    // "up to 500 requests per minute", of the guidance on throttling.
    /500 a minute for each partner/,
  ],
  listCustomers: [/have the relationship `reseller`/, /500 a minute for each partner/],
  'listCustomers 200': [/as another page follows: repeat the call at its `uri`, with its `headers`/],
}

/** Statements about a gateway in front of the service: whether the service carried out a create is unknown. */
const gateway = [
  /may answer in the place of the service, in HTML or without a body, and without the usual headers/,
  /For a create, the outcome is not known/,
]

/** Statements about components, by their path below `components`. */
export const ofComponents: Statements = {
  'headers/Allow': [/must send it with a 405; no page shows it/],
  'headers/Date': [/do not always fit their dates/],
  'headers/Location': [
    /relative and has no leading slash in the sample/,
    /[.] Accept it in any form \(relative, rooted, absolute, any case, with a slash at the end\), take the GUID out/,
    /following the header could carry credentials to another origin/,
  ],
  'headers/MS-CorrelationId': [/; quote it to support/, /[.] Rely on neither/],
  'headers/MS-RequestId': [/[.] Rely on neither/],
  'headers/Request-Context': [/which has no `MS-` header/],
  'headers/Retry-After': [
    /^How many seconds/,
    /If that is refused, too, wait exponentially longer/,
    /lower the number/,
  ],
  'headers/Retry-After/schema': [/^A number of seconds/],
  'headers/isMfaCompliant/schema': [/^True if it was/],
  'parameters/AgreementType': [/says nothing of upgrades/],
  'parameters/AgreementType/schema/x-known-values/0': [/upgrade asks for/],
  'parameters/AgreementType/schema/x-known-values/1': [/before it/],
  'parameters/AgreementType/schema/x-known-values/2': [/that you do not know/],
  'parameters/MS-ContinuationToken/schema': [/do not make one/],
  'parameters/MS-Contract-Version': [
    /calls it required/,
    /never sends it and is answered all the same/,
    /is not demanded here[.] Send it/,
  ],
  'parameters/MS-CorrelationId': [/New for every call/],
  'parameters/MS-RequestId': [
    /"If there's a timeout, the retry call should include the same value\. Upon receiving a response \(success or business failure\), the value should be reset for the next call\."/,
    /after a 5xx is recognised is not known/,
  ],
  'parameters/PageSize': [/do without; so it is not demanded here[.] Send it/],
  'parameters/ValidateMfa/schema': [/^Send `true` to ask/],
  'parameters/X-Locale': [/^The language and region for rates and offers[.] Nothing says/],
  'responses/BadGateway': [/had no usable answer/, ...gateway],
  'responses/BadRequest': [/is not what it has to be/],
  'responses/Forbidden': [/may not do this/],
  'responses/ForbiddenCustomer': [/is not one of this partner/, /may not see them/],
  'responses/ForbiddenPartner': [/may not see/],
  'responses/GatewayTimeout': gateway,
  'responses/InternalServerError': [/For a create, the outcome is not known/],
  'responses/MethodNotAllowed': [/All operations on upgrades are POST/],
  'responses/NotImplemented': [/does not know/],
  'responses/PreconditionFailed': [/does not hold[.] No operation here/],
  'responses/RequestTimeout': [/[.] Repeat it with the same `MS-RequestId`/],
  'responses/ServiceUnavailable': [/cannot answer now/, ...gateway],
  'responses/TooManyRequests': [/[.] Wait for as long as `Retry-After` says; do not poll/],
  'responses/Unauthorized': [
    /is not one this service accepts/,
    /mends an expired one; it mends none of the faults/,
    /`401 Unauthorized - MFA required`/,
    /no body, and no header that starts with `MS-`/,
    /900421 \(since 2026\) and 10001 \(in 2020\), which mean the same/,
  ],
  'responses/UnsupportedMediaType': [/is not declared to be JSON/],
  'schemas/Agreement/properties/dateAgreed': [/without a zone, so it is no RFC 3339 date-time/],
  'schemas/ErrorDetails': [/the text `message`, Microsoft's SDKs call it `description`: read whichever is there/],
  'schemas/ErrorDetails/properties/code': [/[.] Compare as text/],
  'schemas/Fault': [/a code that is not listed is normal/, /[.] Decide by `code`, never by `description`/],
  'schemas/Fault/properties/code': [/; compare as text/],
  'schemas/Fault/properties/source': [/as always present, but do not rely on it/],
  'schemas/GatewayPage': [/[.] Do not parse it/],
  'schemas/Guid': [/in either case[.] It need not be a UUID/, /no `format`/, /do not exist/],
  'schemas/Link/properties/uri': [/with or without `\/v1`[.] Never send credentials to another origin/],
  'schemas/PartnerRelationship/x-known-values/0': [/^No/],
  'schemas/PartnerRelationship/x-known-values/1': [/sells to the customer, and can upgrade them/],
  'schemas/PartnerRelationship/x-known-values/2': [/advises/],
  'schemas/PartnerRelationship/x-known-values/3': [/syndicates/],
  'schemas/PartnerRelationship/x-known-values/4': [/^Microsoft supports/],
  'schemas/ProductFamily': [/Case does not matter/],
  'schemas/ProductUpgradesEligibility/properties/customerId': [/do not rely on an echo/],
  'schemas/ProductUpgradesEligibility/properties/reason': [/cannot be upgraded/],
  'schemas/ThrottlingFault': [/is not a Fault: it has no code/],
  'schemas/ThrottlingFault/properties/message': [/[.] Read `Retry-After` instead/],
  'schemas/UpgradeStatus': [/Only `Completed` is documented/, /[.] Compare without regard to case/],
  'schemas/UpgradesLineItem/properties/errorDetails': [/could not be moved/],
  'schemas/UpgradesLineItem/properties/upgradedDate': [/in UTC/, /up to seven fractional digits/, /so keep it as text/],
  'schemas/BillingType/x-known-values/0': [/^No/],
  'schemas/BillingType/x-known-values/1': [/what is used/],
  'schemas/BillingType/x-known-values/2': [/licence/],
  'schemas/BillingType/x-known-values/3': [/benefit/],
  'schemas/SubscriptionStatus/x-known-values/0': [/^No/],
  'schemas/SubscriptionStatus/x-known-values/1': [/^In use/],
  // Fault 900105: "You have one or more Azure subscriptions in the suspended state."
  'schemas/SubscriptionStatus/x-known-values/2': [/^Suspended; .*cannot be upgraded/],
  'schemas/SubscriptionStatus/x-known-values/3': [/gone/],
  'schemas/SubscriptionStatus/x-known-values/4': [/over/],
  'schemas/SubscriptionStatus/x-known-values/5': [/not active yet/],
  'schemas/SubscriptionStatus/x-known-values/6': [/cannot be used/],
  'schemas/UpgradeStatus/x-known-values/0': [/has succeeded; the status will not change again/],
  'schemas/UpgradeStatus/x-known-values/1': [/accepted but has not started/],
  'schemas/UpgradeStatus/x-known-values/2': [/is in progress/],
  'schemas/UpgradeStatus/x-known-values/3': [/without success/],
  'securitySchemes/appUserToken': [
    /`\{base URL\}\/user_impersonation`/,
    /21Vianet also/,
    /for an application alone is rejected/,
  ],
}

/** Statements about the document as a whole. */
export const ofDocument: readonly RegExp[] = [
  /to a product family: check eligibility, create the upgrade, and follow its status/,
  /It is not published or endorsed by Microsoft/,
  /[*] No page retires these operations/,
  /[.] Check eligibility first, and expect `isEligible: false` or fault 900108/,
  /Nothing here was verified against the live service/,
  /Indirect resellers have no access to the API, and sandbox accounts cannot create Azure plans/,
  /An answer without `Content-Type` is JSON all the same/,
  /has not been seen[.] Expect codes that are not listed at all/,
  /[.] Wait as `Retry-After` says/,
  /a property that is not listed is data, not an error/,
]

/** Statements about the servers, in order. */
export const ofServers: readonly (readonly RegExp[])[] = [
  [/has the same address; no page promises upgrades there/],
  [/No page promises product upgrades there, and there are no Azure subscriptions that could be upgraded/],
]
