// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import type { Exchange } from './model.ts'

/** The documented exchanges, bodies and header values verbatim. */
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
          reason: 'Does not fit the printed body, of 98 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that changes nothing in the answer',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Concerns one connection, not the message' },
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
          reason: 'Does not fit the printed body, of 114 bytes; set by the HTTP server',
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
    summary: 'An upgrade of a customer to Azure is accepted',
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
          reason: 'Does not fit the printed body, of 86 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that changes nothing in the answer',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Concerns one connection, not the message' },
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
    name: 'getProductUpgradeStatus.en-plain',
    operation: 'getProductUpgradeStatus',
    summary: 'An upgrade to Azure is completed, with the IDs of the plain text',
    evidence: {
      level: 'documented',
      source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-product-upgrade-status (its text as it is shown, with other correlation IDs)',
    },
    request: {
      method: 'POST',
      url: 'https://api.partnercenter.microsoft.com/v1/productupgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4/status',
      malformed: 'The printed body is not JSON; an object stands where a property must, and a comma is missing',
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
          reason: 'Does not fit the printed body, of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that changes nothing in the answer',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Concerns one connection, not the message' },
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
          reason: 'Does not fit the printed body, of 556 bytes; set by the HTTP server',
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
      malformed: 'The printed body is not JSON; an object stands where a property must, and a comma is missing',
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
          reason: 'Does not fit the printed body, of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that changes nothing in the answer',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Concerns one connection, not the message' },
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
          reason: 'Does not fit the printed body, of 556 bytes; set by the HTTP server',
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
      malformed: 'The printed body is not JSON; an object stands where a property must, and a comma is missing',
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
          reason: 'Does not fit the printed body, of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that changes nothing in the answer',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Concerns one connection, not the message' },
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
          reason: 'Does not fit the printed body, of 556 bytes; set by the HTTP server',
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
      malformed: 'The printed body is not JSON; an object stands where a property must, and a comma is missing',
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
          reason: 'Does not fit the printed body, of 159 bytes; set by the HTTP client',
        },
        {
          name: 'Expect',
          value: '100-continue',
          reason: 'An option of the .NET client that changes nothing in the answer',
        },
        { name: 'Connection', value: 'Keep-Alive', reason: 'Concerns one connection, not the message' },
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
          reason: 'Does not fit the printed body, of 556 bytes; set by the HTTP server',
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
]
