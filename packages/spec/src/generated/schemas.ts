// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import type { components } from './types.ts'

/** Why an upgrade, or one line of it, failed. The page calls the text `message`, Microsoft's SDKs call it `description`: read whichever is there. Properties that are not listed here are data to be kept. */
export type ErrorDetails = components['schemas']['ErrorDetails']

/** The body of an error answer. Hundreds of codes exist; `x-faults` lists those that belong to upgrades, and a code that is not listed is normal. Decide by `code`, never by `description`: texts change, and may or may not be translated. Properties that are not listed here are data to be kept. */
export type Fault = components['schemas']['Fault']

/** A page for people, by a gateway that knows nothing of this API. There is nothing in it to parse. */
export type GatewayPage = components['schemas']['GatewayPage']

/** An identifier of 32 hexadecimal digits in five groups, in either case. The pattern stands beside the format because validators of `uuid` take `urn:uuid:…`, too. */
export type Guid = components['schemas']['Guid']

/** What the customer is upgraded to. Case does not matter: the pages write `Azure` and `azure`. The set is open, and a family that is not listed here is no error. */
export type ProductFamily = components['schemas']['ProductFamily']

/** Which customer is to be upgraded to which product family. All three operations take it. Properties that are not listed here are not an error. */
export type ProductUpgradeRequest = components['schemas']['ProductUpgradeRequest']

/** Whether a customer can be upgraded to a product family, and if not, why. Properties that are not listed here are data to be kept. */
export type ProductUpgradesEligibility = components['schemas']['ProductUpgradesEligibility']

/** How an upgrade stands, as a whole and for each product it moves. Properties that are not listed here are data to be kept. */
export type ProductUpgradesStatus = components['schemas']['ProductUpgradesStatus']

/** Metadata that Partner Center lists for every resource and shows in no sample. Properties that are not listed here are data to be kept. */
export type ResourceAttributes = components['schemas']['ResourceAttributes']

/** The body of an answer to a call that came too soon. It is not a Fault: it has no code. Properties that are not listed here are data to be kept. */
export type ThrottlingFault = components['schemas']['ThrottlingFault']

/** A product at either end of an upgrade. Properties that are not listed here are data to be kept. */
export type UpgradeProduct = components['schemas']['UpgradeProduct']

/** How far an upgrade, or one line of it, has come. Only `Completed` is published; the other spellings are read into the texts of the faults, which speak of upgrades that are pending, in progress and failed. The set is open: a value that is not listed here is data, not an error. Compare without regard to case. */
export type UpgradeStatus = components['schemas']['UpgradeStatus']

/** One product that an upgrade moves to another. Properties that are not listed here are data to be kept. */
export type UpgradesLineItem = components['schemas']['UpgradesLineItem']
