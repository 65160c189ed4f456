// The tables of https://learn.microsoft.com/en-us/partner-center/developer/product-upgrade-resources, …/customer-resources,
// …/subscription-resources, …/agreement-resources, …/customer-agreement-direct-sign-status-resource, …/utility-resources,
// …/error-codes and …/api-throttling-guidance. Taken from the pages, not from the specification.
import { type Kind, kinds } from './values.ts'

/** One property of a resource. */
export interface Property {
  readonly kind: Kind | Resource
  /** Whether a caller cannot do without it; any other property may be null or missing. */
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
  kind: { properties: { code: { kind: code }, message: { kind: text }, description: { kind: text }, attributes } },
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

const link: Resource = {
  properties: {
    uri: { kind: text, needed: true },
    method: { kind: text },
    headers: {
      kind: { properties: { key: { kind: text, needed: true }, value: { kind: text, needed: true } } },
      list: true,
    },
  },
}
const links: Property = {
  kind: { properties: { self: { kind: link }, next: { kind: link }, previous: { kind: link } } },
}
const collection = (item: Resource): Resource => ({
  properties: { totalCount: { kind: count }, items: { kind: item, list: true, needed: true }, links, attributes },
})

/** The resources, by their names on the pages. */
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
  CustomerCollection: collection({
    properties: {
      id: { kind: guid, needed: true },
      companyProfile: {
        kind: {
          properties: { tenantId: { kind: guid }, domain: { kind: text }, companyName: { kind: text }, attributes },
        },
      },
      relationshipToPartner: { kind: openName },
      attributes,
    },
  }),
  SubscriptionCollection: collection({
    properties: {
      id: { kind: guid, needed: true },
      offerId: { kind: text },
      entitlementId: { kind: guid },
      offerName: { kind: text },
      friendlyName: { kind: text },
      quantity: { kind: count },
      unitType: { kind: text },
      parentSubscriptionId: { kind: guid },
      // Dates according to the table, but the sample prints them with blanks.
      creationDate: { kind: text },
      effectiveStartDate: { kind: text },
      commitmentEndDate: { kind: text },
      status: { kind: openName },
      autoRenewEnabled: { kind: flag },
      billingType: { kind: openName },
      billingCycle: { kind: text },
      suspensionReasons: { kind: text, list: true },
      contractType: { kind: text },
      partnerId: { kind: text },
      orderId: { kind: text },
      productType: { kind: { properties: { id: { kind: text }, displayName: { kind: text } } } },
      links,
      attributes,
    },
  }),
  AgreementCollection: collection({
    properties: {
      primaryContact: {
        kind: {
          properties: {
            firstName: { kind: text },
            lastName: { kind: text },
            email: { kind: text },
            phoneNumber: { kind: text },
          },
        },
      },
      templateId: { kind: guid },
      dateAgreed: { kind: text },
      type: { kind: text },
      agreementLink: { kind: text },
      userId: { kind: text },
    },
  }),
  DirectSignedCustomerAgreementStatus: { properties: { isSigned: { kind: flag, needed: true } } },
  AzureEntitlementCollection: collection({
    properties: {
      id: { kind: guid, needed: true },
      friendlyName: { kind: text },
      status: { kind: openName },
      subscriptionId: { kind: guid },
    },
  }),
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
