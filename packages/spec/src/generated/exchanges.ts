// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import type { Exchange } from './model.ts'

/** The documented exchanges, with verbatim bodies and header values. */
export const exchanges: readonly Exchange[] = [
  {
    name: 'checkProductUpgradeEligibility.en',
    operation: 'checkProductUpgradeEligibility',
    summary: 'A customer can be upgraded to Azure',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-eligibility-for-product-upgrade',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades/eligibility',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'],
        ['MS-CorrelationId', 'e3f26e6a-044f-4371-ad52-0d91ce4200be'],
        ['X-Locale', 'en-US'],
        ['MS-PartnerCenter-Application', 'Partner Center .NET SDK Samples'],
        ['Content-Type', 'application/json'],
      ],
      omitted: [
        { name: 'Host', value: 'api.partnercenter.microsoft.com', reason: 'Set by the HTTP client, from the URL' },
        {
          name: 'Content-Length',
          value: '340',
          reason: 'Does not match the printed body of 98 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that does not affect the response',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' },
      ],
      body: `{
        "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
        "productFamily": "azure"
}`,
    },
    response: {
      status: 200,
      headers: [
        ['MS-CorrelationId', '772871a9-399b-4f3b-b8c7-38f550e4f22a'],
        ['MS-RequestId', 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390'],
        ['MS-CV', 'iqOqN0FnaE2y0HcD.0'],
        ['MS-ServerId', '030020525'],
        ['Date', 'Thu, 04 Oct 2019 20:35:35 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '150',
          reason: 'Does not match the printed body of 114 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "customerId": "c1958bc7-3284-4952-a257-de594ee64743",
    "isEligible": true,
    "productFamily": "azure"
}`,
    },
  },
  {
    name: 'createProductUpgrade.en',
    operation: 'createProductUpgrade',
    summary: 'A customer\'s upgrade to Azure is accepted',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/create-product-upgrade-entity',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'],
        ['MS-CorrelationId', 'e3f26e6a-044f-4371-ad52-0d91ce4200be'],
        ['X-Locale', 'en-US'],
        ['MS-PartnerCenter-Application', 'Partner Center .NET SDK Samples'],
        ['Content-Type', 'application/json'],
      ],
      omitted: [
        { name: 'Host', value: 'api.partnercenter.microsoft.com', reason: 'Set by the HTTP client, from the URL' },
        {
          name: 'Content-Length',
          value: '340',
          reason: 'Does not match the printed body of 86 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that does not affect the response',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' },
      ],
      body: `{
  "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
  "productFamily": "Azure"
}`,
    },
    response: {
      status: 202,
      headers: [
        ['Location', 'productUpgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4'],
        ['MS-CorrelationId', '772871a9-399b-4f3b-b8c7-38f550e4f22a'],
        ['MS-RequestId', 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390'],
        ['MS-CV', 'iqOqN0FnaE2y0HcD.0'],
        ['MS-ServerId', '030020525'],
        ['Date', 'Thu, 28 Sep 2019 20:35:35 GMT'],
      ],
      omitted: [{ name: 'Content-Length', value: '0', reason: 'Set by the HTTP server' }],
      body: '',
    },
  },
  {
    name: 'getDirectSignStatus.en',
    operation: 'getDirectSignStatus',
    summary: 'A customer has accepted the agreement directly',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-direct-sign-status-of-customer-agreement',
    },
    request: {
      method: 'GET',
      url: 'https://api.partnercenter.microsoft.com/v1/customers/14876998-c0dc-46e6-9d0c-65a57a6c32ec/directSignedMicrosoftCustomerAgreementStatus',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', '94e4e214-6b06-4fb7-96d1-94d559f9b47f'],
        ['MS-CorrelationId', 'ab993325-1605-4cf4-bac4-fb584142a31b'],
      ],
      omitted: [],
      body: '',
    },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['MS-CorrelationId', 'ab993325-1605-4cf4-bac4-fb584142a31b'],
        ['MS-RequestId', '94e4e214-6b06-4fb7-96d1-94d559f9b47f'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '20',
          reason: 'Does not match the printed body of 17 bytes; set by the HTTP server',
        },
      ],
      body: '{"isSigned":true}',
    },
  },
  {
    name: 'getProductUpgradeStatus.en-plain',
    operation: 'getProductUpgradeStatus',
    summary: 'An upgrade to Azure is completed, with the IDs from the page\'s plain text',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-product-upgrade-status (its text as displayed, with different correlation IDs)',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4/status',
      malformed: 'The printed body is not JSON: an object appears in place of a property, and a comma is missing',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'],
        ['MS-CorrelationId', 'aaaa0000-bb11-2222-33cc-444444dddddd'],
        ['X-Locale', 'en-US'],
        ['MS-PartnerCenter-Application', 'Partner Center .NET SDK Samples'],
        ['Content-Type', 'application/json'],
      ],
      omitted: [
        { name: 'Host', value: 'api.partnercenter.microsoft.com', reason: 'Set by the HTTP client, from the URL' },
        {
          name: 'Content-Length',
          value: '340',
          reason: 'Does not match the printed body of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that does not affect the response',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' },
      ],
      body: `{
 {
    "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
    "productFamily": "azure"
  }
  "Attributes": {
  "ObjectType": "ProductUpgradeRequest"
  }
}`,
    },
    response: {
      status: 200,
      headers: [
        ['MS-CorrelationId', 'bbbb1111-cc22-3333-44dd-555555eeeeee'],
        ['MS-RequestId', 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390'],
        ['MS-CV', 'iqOqN0FnaE2y0HcD.0'],
        ['MS-ServerId', '030020525'],
        ['Date', 'Thu, 04 Oct 2019 20:35:35 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '150',
          reason: 'Does not match the printed body of 556 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "id": "42d075a4-bfe7-43e7-af6d-7c68a57edcb4",
    "status": "Completed",
    "productFamily": "Azure",
    "lineItems": [
        {
            "sourceProduct": {
                "id": "b1beb621-3cad-4d7a-b360-62db33ce028e",
                "name": "AzureSubscription"
            },
            "targetProduct": {
                "id": "d231908e-31c1-de0e-027b-bc5ce11f09d9",
                "name": "Microsoft Azure plan"
            },
            "upgradedDate": "2019-08-29T23:47:28.8524555Z",
            "status": "Completed"
        }
    ]
}`,
    },
  },
  {
    name: 'getProductUpgradeStatus.en',
    operation: 'getProductUpgradeStatus',
    summary: 'An upgrade to Azure is completed',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-product-upgrade-status',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4/status',
      malformed: 'The printed body is not JSON: an object appears in place of a property, and a comma is missing',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'],
        ['MS-CorrelationId', 'e3f26e6a-044f-4371-ad52-0d91ce4200be'],
        ['X-Locale', 'en-US'],
        ['MS-PartnerCenter-Application', 'Partner Center .NET SDK Samples'],
        ['Content-Type', 'application/json'],
      ],
      omitted: [
        { name: 'Host', value: 'api.partnercenter.microsoft.com', reason: 'Set by the HTTP client, from the URL' },
        {
          name: 'Content-Length',
          value: '340',
          reason: 'Does not match the printed body of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that does not affect the response',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' },
      ],
      body: `{
 {
    "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
    "productFamily": "azure"
  }
  "Attributes": {
  "ObjectType": "ProductUpgradeRequest"
  }
}`,
    },
    response: {
      status: 200,
      headers: [
        ['MS-CorrelationId', '772871a9-399b-4f3b-b8c7-38f550e4f22a'],
        ['MS-RequestId', 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390'],
        ['MS-CV', 'iqOqN0FnaE2y0HcD.0'],
        ['MS-ServerId', '030020525'],
        ['Date', 'Thu, 04 Oct 2019 20:35:35 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '150',
          reason: 'Does not match the printed body of 556 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "id": "42d075a4-bfe7-43e7-af6d-7c68a57edcb4",
    "status": "Completed",
    "productFamily": "Azure",
    "lineItems": [
        {
            "sourceProduct": {
                "id": "b1beb621-3cad-4d7a-b360-62db33ce028e",
                "name": "AzureSubscription"
            },
            "targetProduct": {
                "id": "d231908e-31c1-de0e-027b-bc5ce11f09d9",
                "name": "Microsoft Azure plan"
            },
            "upgradedDate": "2019-08-29T23:47:28.8524555Z",
            "status": "Completed"
        }
    ]
}`,
    },
  },
  {
    name: 'getProductUpgradeStatus.fr',
    operation: 'getProductUpgradeStatus',
    summary: 'An upgrade to Azure is completed, on the French page',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/fr-fr/partner-center/developer/get-product-upgrade-status',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4/status',
      malformed: 'The printed body is not JSON: an object appears in place of a property, and a comma is missing',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'],
        ['MS-CorrelationId', 'e3f26e6a-044f-4371-ad52-0d91ce4200be'],
        ['X-Locale', 'en-US'],
        ['MS-PartnerCenter-Application', 'Partner Center .NET SDK Samples'],
        ['Content-Type', 'application/json'],
      ],
      omitted: [
        { name: 'Host', value: 'api.partnercenter.microsoft.com', reason: 'Set by the HTTP client, from the URL' },
        {
          name: 'Content-Length',
          value: '340',
          reason: 'Does not match the printed body of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that does not affect the response',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' },
      ],
      body: `{
 {
    "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
    "productFamily": "azure"
  }
  "Attributes": {
  "ObjectType": "ProductUpgradeRequest"
  }
}`,
    },
    response: {
      status: 200,
      headers: [
        ['MS-CorrelationId', '772871a9-399b-4f3b-b8c7-38f550e4f22a'],
        ['MS-RequestId', 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390'],
        ['MS-CV', 'iqOqN0FnaE2y0HcD.0'],
        ['MS-ServerId', '030020525'],
        ['Date', 'Thu, 04 Oct 2019 20:35:35 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '150',
          reason: 'Does not match the printed body of 556 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "id": "42d075a4-bfe7-43e7-af6d-7c68a57edcb4",
    "status": "Completed",
    "productFamily": "Azure",
    "lineItems": [
        {
            "sourceProduct": {
                "id": "b1beb621-3cad-4d7a-b360-62db33ce028e",
                "name": "AzureSubscription"
            },
            "targetProduct": {
                "id": "d231908e-31c1-de0e-027b-bc5ce11f09d9",
                "name": "Microsoft Azure plan"
            },
            "upgradedDate": "2019-08-29T23:47:28.8524555Z",
            "status": "Completed"
        }
    ]
}`,
    },
  },
  {
    name: 'getProductUpgradeStatus.zh-tw',
    operation: 'getProductUpgradeStatus',
    summary: 'An upgrade to Azure is completed, on the traditional Chinese page',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/zh-tw/partner-center/developer/get-product-upgrade-status',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4/status',
      malformed: 'The printed body is not JSON: an object appears in place of a property, and a comma is missing',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'],
        ['MS-CorrelationId', 'e3f26e6a-044f-4371-ad52-0d91ce4200be'],
        ['X-Locale', 'en-US'],
        ['MS-PartnerCenter-Application', 'Partner Center .NET SDK Samples'],
        ['Content-Type', 'application/json'],
      ],
      omitted: [
        { name: 'Host', value: 'api.partnercenter.microsoft.com', reason: 'Set by the HTTP client, from the URL' },
        {
          name: 'Content-Length',
          value: '340',
          reason: 'Does not match the printed body of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that does not affect the response',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' },
      ],
      body: `{
 {
    "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
    "productFamily": "azure"
  }
  "Attributes": {
  "ObjectType": "ProductUpgradeRequest"
  }
}`,
    },
    response: {
      status: 200,
      headers: [
        ['MS-CorrelationId', '772871a9-399b-4f3b-b8c7-38f550e4f22a'],
        ['MS-RequestId', 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390'],
        ['MS-CV', 'iqOqN0FnaE2y0HcD.0'],
        ['MS-ServerId', '030020525'],
        ['Date', 'Thu, 04 Oct 2019 20:35:35 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '150',
          reason: 'Does not match the printed body of 556 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "id": "42d075a4-bfe7-43e7-af6d-7c68a57edcb4",
    "status": "Completed",
    "productFamily": "Azure",
    "lineItems": [
        {
            "sourceProduct": {
                "id": "b1beb621-3cad-4d7a-b360-62db33ce028e",
                "name": "AzureSubscription"
            },
            "targetProduct": {
                "id": "d231908e-31c1-de0e-027b-bc5ce11f09d9",
                "name": "Microsoft Azure plan"
            },
            "upgradedDate": "2019-08-29T23:47:28.8524555Z",
            "status": "Completed"
        }
    ]
}`,
    },
  },
  {
    name: 'listAzureEntitlements.en',
    operation: 'listAzureEntitlements',
    summary: 'One Azure subscription is under a plan',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-azure-entitlements-for-subscription',
    },
    request: {
      method: 'GET',
      url: 'https://api.partnercenter.microsoft.com/v1/customers/11f9bc2a-1f38-431c-a0b0-9455c6f5bbc0/subscriptions/3f15978e-005c-b763-bb78-2a8fab289c58/azureEntitlements',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', '16fee928-dc2c-412f-adbb-871f68babf16'],
        ['MS-CorrelationId', 'c49004b1-224f-4d86-a607-6c8bcc52cfdd'],
      ],
      omitted: [{ name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' }],
      body: '',
    },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['MS-CorrelationId', 'c49004b1-224f-4d86-a607-6c8bcc52cfdd'],
        ['MS-RequestId', '16fee928-dc2c-412f-adbb-871f68babf16'],
        ['Date', 'Wed, 04 Oct 2019 05:50:45 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '73754',
          reason: 'Does not match the printed body of 257 bytes; set by the HTTP server',
        },
      ],
      body: `{
"totalCount":1,
"items":[
  {
    "id":"899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8",
    "friendlyName":"Microsoft Azure",
    "status":"active",
    "subscriptionId":"3f15978e-005c-b763-bb78-2a8fab289c58"
   }],
    "attributes":{"objectType":"Collection"}
  }`,
    },
  },
  {
    name: 'listCustomerAgreements.en',
    operation: 'listCustomerAgreements',
    summary: 'A partner has confirmed an agreement twice',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-confirmation-of-customer-agreement',
    },
    request: {
      method: 'GET',
      url: 'https://api.partnercenter.microsoft.com/v1/customers/14876998-c0dc-46e6-9d0c-65a57a6c32ec/agreements?agreementType=MicrosoftCustomerAgreement',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', '94e4e214-6b06-4fb7-96d1-94d559f9b47f'],
        ['MS-CorrelationId', 'ab993325-1605-4cf4-bac4-fb584142a31b'],
      ],
      omitted: [],
      body: '',
    },
    response: {
      status: 200,
      malformed: 'The printed body is not JSON: two commas and a quote are missing',
      headers: [
        ['Content-Type', 'application/json'],
        ['MS-CorrelationId', 'ab993325-1605-4cf4-bac4-fb584142a31b'],
        ['MS-RequestId', '94e4e214-6b06-4fb7-96d1-94d559f9b47f'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '620',
          reason: 'Does not match the printed body of 983 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "totalCount": 2,
    "items":
    [
        {
            "primaryContact":
            {
                "firstName":"Tania",
                "lastName":"Carr",
                "email":"SomeEmail@example.com"
                "phoneNumber":"1234567890"
            },
            "templateId":"117a77b0-9360-443b-8795-c6dedc750cf9",
            "dateAgreed":"2019-08-26T00:00:00",
            "type":"MicrosoftCustomerAgreement",
            "agreementLink":"https://aka.ms/customeragreement"
        },
        {
            "primaryContact":
            {
                "firstName":"Tania",
                "lastName":"Carr",
                "email":"SomeEmail@example.com"
                "phoneNumber:"1234567890"
            },
            "templateId":"117a77b0-9360-443b-8795-c6dedc750cf9",
            "dateAgreed":"2019-08-27T00:00:00",
            "type":"MicrosoftCustomerAgreement",
            "agreementLink":"https://aka.ms/customeragreement"
        }
    ]
}`,
    },
  },
  {
    name: 'listCustomerSubscriptions.en',
    operation: 'listCustomerSubscriptions',
    summary: 'The first of a customer\'s subscriptions',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions',
    },
    request: {
      method: 'GET',
      url: 'https://api.partnercenter.microsoft.com/v1/customers/<customer-tenant-id>/subscriptions',
      malformed: '`<customer-tenant-id>` is printed in place of the customer\'s ID',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', 'b2d13828-2ca5-41d4-94fb-9946214f4244'],
        ['MS-CorrelationId', 'c49004b1-224f-4d86-a607-6c8bcc52cfdd'],
      ],
      omitted: [{ name: 'Connection', value: 'Keep-Alive', reason: 'Applies to one connection, not to the message' }],
      body: '',
    },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['MS-CorrelationId', 'c49004b1-224f-4d86-a607-6c8bcc52cfdd'],
        ['MS-RequestId', 'b2d13828-2ca5-41d4-94fb-9946214f4244'],
        ['Date', 'Wed, 25 Nov 2015 05:43:06 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '73754',
          reason: 'Does not match the printed body of 1130 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "totalCount": 37,
    "items": [{
        "id": "83ef9d05-4169-4ef9-9657-0e86b1eab1de",
        "entitlementId": "a356ac8c-e310-44f4-bf85-C7f29044af99",
        "friendlyName": "nickname",
        "quantity": 1,
        "unitType": "none",
        "creationDate": "2015-11-25T06: 41: 12Z",
        "effectiveStartDate": "2015-11-24T08: 00: 00Z",
        "commitmentEndDate": "2016-12-12T08: 00: 00Z",
        "status": "active",
        "autoRenewEnabled": false,
        "billingType": "none",
        "contractType": "subscription",
        "links": {
            "offer": {
                "uri": "/v1/offers/0CCA44D6-68E9-4762-94EE-31ECE98783B9",
                "method": "GET",
                "headers": []
            },
            "self": {
                "uri": "/subscriptions?key=<key>",
                "method": "GET",
                "headers": []
            }
        },
        "orderId": "6183db3d-6318-4e52-877e-25806e4971be",
        "attributes": {
            "etag": "<etag>",
            "objectType": "Subscription"
        }
    }],
    "attributes": {
        "objectType": "Collection"
    }
}`,
    },
  },
  {
    name: 'listCustomers.en',
    operation: 'listCustomers',
    summary: 'The customers of a partner, on one page',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers',
    },
    request: {
      method: 'GET',
      url: 'https://api.partnercenter.microsoft.com/v1/customers?size=40',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['Accept', 'application/json'],
        ['MS-RequestId', '3705fc6d-4127-4a87-bdba-9658f73fe019'],
        ['MS-CorrelationId', 'b12260fb-82de-4701-a25f-dcd367690645'],
      ],
      omitted: [],
      body: '',
    },
    response: {
      status: 200,
      malformed: '`<guid>` is printed in place of the tenants\' IDs',
      headers: [
        ['Content-Type', 'application/json'],
        ['MS-CorrelationId', 'b12260fb-82de-4701-a25f-dcd367690645'],
        ['MS-RequestId', '3705fc6d-4127-4a87-bdba-9658f73fe019'],
        ['Date', 'Fri, 20 Nov 2015 01:08:23 GMT'],
      ],
      omitted: [
        {
          name: 'Content-Length',
          value: '15650',
          reason: 'Does not match the printed body of 1099 bytes; set by the HTTP server',
        },
      ],
      body: `{
    "totalCount": 2,
    "items": [{
        "id": "b44bb1fb-c595-45b0-9e09-d657365580bf",
        "companyProfile": {
            "tenantId": "<guid>",
            "domain": "domain",
            "companyName": "companyName",
            "attributes": {
                "objectType": "CustomerCompanyProfile"
            }
        },
        "relationshipToPartner": "reseller",
        "attributes": {
            "objectType": "Customer"
        }
    },
    {
        "id": "45c44870-ef77-4fdd-b6fe-3dacb075cff2",
        "companyProfile": {
            "tenantId": "<guid>",
            "domain": "domain",
            "companyName": "companyName",
            "attributes": {
                "objectType": "CustomerCompanyProfile"
            }
        },
        "relationshipToPartner": "reseller",
        "attributes": {
            "objectType": "Customer"
        }
    }],
    "links": {
        "self": {
            "uri": "/v1/customers?size=40",
            "method": "GET",
            "headers": []
        }
    },
    "attributes": {
        "objectType": "Collection"
    }
}`,
    },
  },
]
