// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import type { components } from './types.ts'

/** A partner's confirmation that a customer has accepted an agreement. Keep properties that are not listed here. */
export type Agreement = components['schemas']['Agreement']

/** The partner's confirmations of a customer's agreements. Keep properties that are not listed here. */
export type AgreementCollection = components['schemas']['AgreementCollection']

/** A person at the customer. Keep properties that are not listed here. */
export type AgreementContact = components['schemas']['AgreementContact']

/** An Azure subscription under an Azure plan. Keep properties that are not listed here. */
export type AzureEntitlement = components['schemas']['AzureEntitlement']

/** The Azure subscriptions under a plan. Keep properties that are not listed here. */
export type AzureEntitlementCollection = components['schemas']['AzureEntitlementCollection']

/** How a subscription is billed. The set is open: a value that is not listed here is not an error. */
export type BillingType = components['schemas']['BillingType']

/** A customer of the partner, as listed; only the response for a single customer includes the address and the billing profile. Keep properties that are not listed here. */
export type Customer = components['schemas']['Customer']

/** One page of customers. Keep properties that are not listed here. */
export type CustomerCollection = components['schemas']['CustomerCollection']

/** A customer's company. Microsoft's sample shows `<guid>` in place of the tenant ID. Keep properties that are not listed here. */
export type CustomerCompanyProfile = components['schemas']['CustomerCompanyProfile']

/** Whether a customer has accepted the Microsoft Customer Agreement directly. Keep properties that are not listed here. */
export type DirectSignedCustomerAgreementStatus = components['schemas']['DirectSignedCustomerAgreementStatus']

/** Why an upgrade or one of its line items failed. The page calls the text `message`, Microsoft's SDKs call it `description`: read whichever is there. Properties that are not listed here are data to be kept. */
export type ErrorDetails = components['schemas']['ErrorDetails']

/** The body of an error response. Hundreds of codes exist; `x-faults` lists those that belong to upgrades, and a code that is not listed is normal. Decide by `code`, never by `description`: texts change, and may or may not be translated. Properties that are not listed here are data to be kept: one documented fault, 600061, has `message`, `errorName`, `isRetryable`, `parameters` and `errorMessageExtended` besides `code` and `description`. */
export type Fault = components['schemas']['Fault']

/** An HTML page from a gateway in front of the API. Do not parse it. */
export type GatewayPage = components['schemas']['GatewayPage']

/** An identifier of 32 hexadecimal digits in five groups, in either case. It need not be a UUID of RFC 9562, so it has no `format`: the documented status sample contains `d231908e-31c1-de0e-027b-bc5ce11f09d9`, whose version and variant do not exist. A .NET service writes all zeros for "none". */
export type Guid = components['schemas']['Guid']

/** A link to another call. Keep properties that are not listed here. */
export type Link = components['schemas']['Link']

/** A header to send with a call. Keep properties that are not listed here. */
export type LinkHeader = components['schemas']['LinkHeader']

/** The relationship of a partner to a customer. The set is open: a value that is not listed here is not an error. */
export type PartnerRelationship = components['schemas']['PartnerRelationship']

/** The product family to upgrade to. Case does not matter: Microsoft's documentation writes both `Azure` and `azure`. The set is open: a family that is not listed here is not an error. */
export type ProductFamily = components['schemas']['ProductFamily']

/** A type of product. Keep properties that are not listed here. */
export type ProductType = components['schemas']['ProductType']

/** The customer and the product family to upgrade to; the request body of all operations on upgrades. Properties that are not listed here are not an error. */
export type ProductUpgradeRequest = components['schemas']['ProductUpgradeRequest']

/** Whether a customer can be upgraded to a product family, and if not, why. Keep properties that are not listed here. */
export type ProductUpgradesEligibility = components['schemas']['ProductUpgradesEligibility']

/** The status of an upgrade, as a whole and for each product it moves. Keep properties that are not listed here. */
export type ProductUpgradesStatus = components['schemas']['ProductUpgradesStatus']

/** Metadata that Partner Center documents for every resource. Only one sample of upgrades shows it: the status request, which has `ObjectType`. Keep properties that are not listed here. */
export type ResourceAttributes = components['schemas']['ResourceAttributes']

/** Links from a page or resource to itself and to related ones. Keep properties that are not listed here. */
export type ResourceLinks = components['schemas']['ResourceLinks']

/** A subscription of a customer. Dates are text, because Microsoft's sample prints them with spaces. Keep properties that are not listed here. */
export type Subscription = components['schemas']['Subscription']

/** The subscriptions of a customer. Keep properties that are not listed here. */
export type SubscriptionCollection = components['schemas']['SubscriptionCollection']

/** The status of a subscription. The set is open: a value that is not listed here is not an error. */
export type SubscriptionStatus = components['schemas']['SubscriptionStatus']

/** The body of the response to a throttled call. It is not a Fault: it has no code. Keep properties that are not listed here. */
export type ThrottlingFault = components['schemas']['ThrottlingFault']

/** The source or target product of an upgrade. Keep properties that are not listed here. */
export type UpgradeProduct = components['schemas']['UpgradeProduct']

/** The status of an upgrade or of one of its line items. Only `Completed` is documented; the other spellings are inferred from the texts of faults, which mention upgrades that are pending, in progress or failed. The set is open: a value that is not listed here is not an error. Compare without regard to case. */
export type UpgradeStatus = components['schemas']['UpgradeStatus']

/** One product that an upgrade moves to another. Keep properties that are not listed here. */
export type UpgradesLineItem = components['schemas']['UpgradesLineItem']
