// The tables of https://learn.microsoft.com/en-us/partner-center/developer/product-upgrade-resources, …/error-codes and
// …/api-throttling-guidance. Read off the pages and not off the specification.
import { type Kind, kinds } from './values.ts'

/** One property of a resource. */
export interface Property {
  readonly kind: Kind | Resource
  /** Whether nothing can be done without it; any other may be null or missing. */
  readonly needed?: true
  /** Whether it is a list of such values. */
  readonly list?: true
}

/** The properties of a resource, by name. */
export interface Resource {
  readonly properties: Readonly<Record<string, Property>>
}

const { guid, text, openName, flag, moment, code, count, list } = kinds

const attributes: Property = {
  kind: { properties: { etag: { kind: text }, objectType: { kind: text } } },
}
/** The page says `message`, Microsoft's SDKs say `description`. */
const errorDetails: Property = {
  kind: { properties: { code: { kind: code }, message: { kind: text }, description: { kind: text } } },
}
const product: Property = { kind: { properties: { id: { kind: guid }, name: { kind: text }, attributes } } }
const lineItem: Resource = {
  properties: {
    sourceProduct: product,
    targetProduct: product,
    upgradedDate: { kind: moment },
    status: { kind: openName },
    errorDetails,
    attributes,
  },
}

/** By the name the pages give them. */
export const resources = {
  ProductUpgradeRequest: {
    properties: {
      customerId: { kind: guid, needed: true },
      productFamily: { kind: openName, needed: true },
      attributes,
    },
  },
  ProductUpgradesEligibility: {
    properties: {
      customerId: { kind: guid, needed: true },
      productFamily: { kind: openName, needed: true },
      isEligible: { kind: flag, needed: true },
      upgradeId: { kind: guid },
      reason: { kind: text },
      attributes,
    },
  },
  ProductUpgradesStatus: {
    properties: {
      id: { kind: guid, needed: true },
      productFamily: { kind: openName },
      status: { kind: openName, needed: true },
      lineItems: { kind: lineItem, list: true },
      errorDetails,
      attributes,
    },
  },
  Fault: {
    properties: {
      code: { kind: code, needed: true },
      description: { kind: text, needed: true },
      data: { kind: list },
      source: { kind: text },
    },
  },
  ThrottlingFault: {
    properties: { statusCode: { kind: count, needed: true }, message: { kind: text, needed: true } },
  },
} satisfies Record<string, Resource>
