// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import { faults } from './faults.ts'
import { contractHash } from './hash.ts'
import type { Contract, Parameter, ResponseContract, ResponseHeader } from './model.ts'
import * as validators from './validators.ts'

/** The ID of an operation. */
export type OperationId = 'createProductUpgrade' | 'getProductUpgradeStatus' | 'checkProductUpgradeEligibility' | 'listCustomers' | 'listCustomerSubscriptions' | 'listCustomerAgreements' | 'getDirectSignStatus' | 'listAzureEntitlements'

const parameterMSRequestId: Parameter = {
  name: 'MS-RequestId',
  in: 'header',
  required: false,
  type: 'string',
  validate: validators.Guid,
  example: 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff',
}

const parameterMSCorrelationId: Parameter = {
  name: 'MS-CorrelationId',
  in: 'header',
  required: false,
  type: 'string',
  validate: validators.Guid,
  example: 'e3f26e6a-044f-4371-ad52-0d91ce4200be',
}

const parameterMSContractVersion: Parameter = {
  name: 'MS-Contract-Version',
  in: 'header',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'v1',
}

const parameterXLocale: Parameter = {
  name: 'X-Locale',
  in: 'header',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'en-US',
}

const parameterMSPartnerCenterApplication: Parameter = {
  name: 'MS-PartnerCenter-Application',
  in: 'header',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'Partner Center .NET SDK Samples',
}

const parameterValidateMfa: Parameter = {
  name: 'ValidateMfa',
  in: 'header',
  required: false,
  type: 'boolean',
  validate: validators.boolean,
  example: true,
}

const parameterUpgradeId: Parameter = {
  name: 'upgrade-id',
  in: 'path',
  required: true,
  type: 'string',
  validate: validators.Guid,
  example: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
}

const parameterPageSize: Parameter = {
  name: 'size',
  in: 'query',
  required: false,
  type: 'integer',
  validate: validators.headerRetryAfter,
  example: 40,
}

const parameterCustomerFilter: Parameter = {
  name: 'filter',
  in: 'query',
  required: false,
  type: 'string',
  validate: validators.string,
  example: '{"Field":"CompanyName","Value":"cont","Operator":"starts_with"}',
}

const parameterSeekOperation: Parameter = {
  name: 'seekOperation',
  in: 'query',
  required: false,
  type: 'string',
  validate: validators.string,
}

const parameterMSContinuationToken: Parameter = {
  name: 'MS-ContinuationToken',
  in: 'header',
  required: false,
  type: 'string',
  validate: validators.string,
}

const parameterCustomerTenantId: Parameter = {
  name: 'customer-tenant-id',
  in: 'path',
  required: true,
  type: 'string',
  validate: validators.Guid,
  example: '14876998-c0dc-46e6-9d0c-65a57a6c32ec',
}

const parameterAgreementType: Parameter = {
  name: 'agreementType',
  in: 'query',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'MicrosoftCustomerAgreement',
}

const parameterSubscriptionId: Parameter = {
  name: 'subscription-id',
  in: 'path',
  required: true,
  type: 'string',
  validate: validators.Guid,
  example: '3f15978e-005c-b763-bb78-2a8fab289c58',
}

const headerLocation: ResponseHeader = {
  name: 'Location',
  required: true,
  type: 'string',
  validate: validators.stringUriReference,
  example: 'productUpgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
}

const headerIsMfaCompliant: ResponseHeader = {
  name: 'isMfaCompliant',
  required: false,
  type: 'boolean',
  validate: validators.boolean,
  example: true,
}

const headerMSRequestId: ResponseHeader = {
  name: 'MS-RequestId',
  required: false,
  type: 'string',
  validate: validators.Guid,
  example: 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390',
}

const headerMSCorrelationId: ResponseHeader = {
  name: 'MS-CorrelationId',
  required: false,
  type: 'string',
  validate: validators.Guid,
  example: '772871a9-399b-4f3b-b8c7-38f550e4f22a',
}

const headerMSCV: ResponseHeader = {
  name: 'MS-CV',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'iqOqN0FnaE2y0HcD.0',
}

const headerMSServerId: ResponseHeader = {
  name: 'MS-ServerId',
  required: false,
  type: 'string',
  validate: validators.string,
  example: '030020525',
}

const headerDate: ResponseHeader = {
  name: 'Date',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'Fri, 04 Oct 2019 20:35:35 GMT',
}

const headerWWWAuthenticate: ResponseHeader = {
  name: 'WWW-Authenticate',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'OAuth realm=urn:cpsvc:cpid:{some cid}',
}

const headerRequestContext: ResponseHeader = {
  name: 'Request-Context',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'appId=cid-v1:03ce8ca8-8373-4021-8f25-d5dd45c7b12f',
}

const headerAllow: ResponseHeader = {
  name: 'Allow',
  required: false,
  type: 'string',
  validate: validators.string,
  example: 'POST',
}

const headerRetryAfter: ResponseHeader = {
  name: 'Retry-After',
  required: true,
  type: 'integer',
  validate: validators.headerRetryAfter,
  example: 57,
}

const responseUnauthorized: ResponseContract = {
  description: `The token is missing, has expired, or is not one this service accepts. A fresh token mends an expired one; it mends none
of the faults that \`x-faults\` lists for this status.

For missing multifactor authentication, the page on partner security (2023-05-26) shows another form: the status line
\`401 Unauthorized - MFA required\`, \`WWW-Authenticate: Bearer error="invalid_token"\` and \`Request-Context\`, no body, and no header that
starts with \`MS-\`. Handle this form, and the codes 900421 (since 2026) and 10001 (in 2020), which mean the same.`,
  headers: [
    headerWWWAuthenticate,
    headerRequestContext,
    headerMSRequestId,
    headerMSCorrelationId,
    headerMSCV,
    headerMSServerId,
    headerDate,
  ],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        wrongTokenAudience: {
          summary: 'The token was issued for another service',
          value: {
            code: '900420',
            description: 'The audience \'https://graph.windows.net\' in the token is invalid and is no longer supported in Partner Center API.',
            data: [],
            source: 'PartnerFD',
          },
        },
        mfaRequired: {
          summary: 'The token was obtained without multifactor authentication',
          value: {
            code: '900421',
            description: 'Multifactor authentication is required',
            data: [],
            source: 'PartnerFD',
          },
        },
        legacyMfaRequired: {
          summary: 'Multifactor authentication is missing, as reported in 2020',
          value: { code: '10001', description: 'Authentication failed. MFA required.', data: [], source: 'PartnerFD' },
        },
        accessDenied: {
          summary: 'Generic error',
          value: { code: '400', description: 'Access denied', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: {
    level: 'documented',
    source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes; the form without a body is from https://learn.microsoft.com/en-us/partner-center/partner-security-requirements-mandating-mfa',
  },
}

const responseNotFound: ResponseContract = {
  description: 'There is nothing at this path.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        notFound: {
          summary: 'Generic error',
          value: { code: '1000', description: 'Not found', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseMethodNotAllowed: ResponseContract = {
  description: 'The path exists, but supports another method. All operations on upgrades are POST, including those that only read.',
  headers: [headerAllow, headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        methodNotAllowed: {
          summary: 'Generic error',
          value: { code: '405', description: 'Method not allowed', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseNotAcceptable: ResponseContract = {
  description: 'The `Accept` header excludes JSON.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        notAcceptable: {
          summary: 'Generic error',
          value: { code: '406', description: 'Not acceptable', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseRequestTimeout: ResponseContract = {
  description: 'The request took too long to arrive. Repeat it with the same `MS-RequestId`.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        requestTimeout: {
          summary: 'Generic error',
          value: { code: '408', description: 'Request timeout', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responsePreconditionFailed: ResponseContract = {
  description: 'A condition in the request headers does not hold. No operation here documents such a condition.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        preconditionFailed: {
          summary: 'Generic error',
          value: { code: '412', description: 'Precondition failed', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseUnsupportedMediaType: ResponseContract = {
  description: 'The body is not declared to be JSON. A generated reference also lists XML and forms; the pages and the source of the .NET SDK use JSON.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        unsupportedMediaType: {
          summary: 'Generic error',
          value: { code: '415', description: 'Unsupported media type', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: {
    level: 'inferred',
    source: 'RFC 9110, section 15.5.16; the list of statuses at https://learn.microsoft.com/en-us/partner-center/developer/error-codes omits it',
  },
}

const responseTooManyRequests: ResponseContract = {
  description: 'Too many calls by this partner, or by this partner for this customer. Wait for as long as `Retry-After` says; do not poll continuously.',
  headers: [headerRetryAfter, headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.ThrottlingFault,
      examples: {
        rateLimitExceeded: {
          summary: 'From the page on throttling',
          value: { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' },
        },
      },
    },
  },
  evidence: {
    level: 'documented',
    source: 'https://learn.microsoft.com/en-us/partner-center/developer/api-throttling-guidance',
  },
}

const responseInternalServerError: ResponseContract = {
  description: 'The service failed. For a create, the outcome is not known.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        unexpectedServiceError: {
          summary: 'Generic error',
          value: { code: '800003', description: 'Unexpected service error', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseNotImplemented: ResponseContract = {
  description: 'The service does not know how to do this.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        exceptionNotDefined: {
          summary: 'Generic error',
          value: { code: '0', description: 'Exception not defined', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseBadGateway: ResponseContract = {
  description: 'A gateway had no usable answer from the service. It may answer in the place of the service, in HTML or without a body, and without the usual headers. For a create, the outcome is not known.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        badGateway: {
          summary: 'Generic error',
          value: { code: '502', description: 'Bad gateway', data: [], source: 'PartnerFD' },
        },
      },
    },
    'text/html': {
      examples: {
        page: {
          summary: 'A gateway\'s HTML page',
          value: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseServiceUnavailable: ResponseContract = {
  description: 'The service cannot answer now. A gateway may answer in the place of the service, in HTML or without a body, and without the usual headers. For a create, the outcome is not known.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        serviceUnavailable: {
          summary: 'Generic error',
          value: { code: '503', description: 'Service unavailable', data: [], source: 'PartnerFD' },
        },
      },
    },
    'text/html': {
      examples: {
        page: {
          summary: 'A gateway\'s HTML page',
          value: '<html><head><title>503 Service Unavailable</title></head><body><h1>503 Service Unavailable</h1></body></html>',
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseGatewayTimeout: ResponseContract = {
  description: 'A gateway timed out waiting for the service. It may answer in the place of the service, in HTML or without a body, and without the usual headers. For a create, the outcome is not known.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        gatewayTimeout: {
          summary: 'Generic error',
          value: { code: '504', description: 'Gateway timeout', data: [], source: 'PartnerFD' },
        },
      },
    },
    'text/html': {
      examples: {
        page: {
          summary: 'A gateway\'s HTML page',
          value: '<html><head><title>504 Gateway Timeout</title></head><body><h1>504 Gateway Timeout</h1></body></html>',
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseForbidden: ResponseContract = {
  description: 'The token is valid, but the caller may not do this for this customer.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        noCommerceRelationship: {
          summary: 'The customer does not belong to this partner',
          value: {
            code: '20002',
            description: 'The partner ID 1b695b21-a3f9-4e2f-9a3b-2b6a4d7c9f10 has no commerce relationship with the customer ID 4c721420-72ad-4708-a0a7-371a2f7b0969.',
            data: [],
            source: 'PartnerFD',
          },
        },
        appOnlyToken: {
          summary: 'The token is for an application alone',
          value: {
            code: '900329',
            description: 'This resource does not support application-only authentication.',
            data: [],
            source: 'PartnerFD',
          },
        },
        accessDenied: {
          summary: 'Generic error',
          value: { code: '2032', description: 'Access denied', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseConflict: ResponseContract = {
  description: 'The request conflicts with the current state of the service.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        conflict: {
          summary: 'Generic error',
          value: { code: '409', description: 'Conflict', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseBadRequest: ResponseContract = {
  description: 'A parameter is not what it has to be.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        invalidRequestInput: {
          summary: 'The body is not JSON or lacks a required property, or a parameter is invalid',
          value: { code: '800002', description: 'Invalid request input', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseForbiddenPartner: ResponseContract = {
  description: 'The token is valid, but the user may not see this partner\'s customers.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        accessDenied: {
          summary: 'Generic error',
          value: { code: '2032', description: 'Access denied', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

const responseForbiddenCustomer: ResponseContract = {
  description: 'The token is valid, but the customer is not one of this partner\'s, or the user may not see them.',
  headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
  content: {
    'application/json': {
      validate: validators.Fault,
      examples: {
        noCommerceRelationship: {
          summary: 'The customer does not belong to this partner',
          value: {
            code: '20002',
            description: 'The partner ID 1b695b21-a3f9-4e2f-9a3b-2b6a4d7c9f10 has no commerce relationship with the customer ID 4c721420-72ad-4708-a0a7-371a2f7b0969.',
            data: [],
            source: 'PartnerFD',
          },
        },
        accessDenied: {
          summary: 'Generic error',
          value: { code: '2032', description: 'Access denied', data: [], source: 'PartnerFD' },
        },
      },
    },
  },
  evidence: { level: 'documented', source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes' },
}

/** The whole API, compiled. */
export const contract: Contract = {
  hash: contractHash,
  title: 'Partner Center product upgrades',
  version: '1.0.0',
  servers: ['https://api.partnercenter.microsoft.com', 'https://partner.partnercenterapi.microsoftonline.cn'],
  operations: {
    createProductUpgrade: {
      id: 'createProductUpgrade',
      method: 'POST',
      path: '/v1/productUpgrades',
      summary: 'Create a product upgrade',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/create-product-upgrade-entity; the effect on subscriptions is documented in https://learn.microsoft.com/en-us/partner-center/azure-plan-transition (2023-01-11)',
      },
      parameters: [
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            validate: validators.ProductUpgradeRequest,
            examples: {
              documented: {
                summary: 'As printed on the page',
                value: { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' },
              },
            },
          },
        },
      },
      responses: {
        '202': {
          description: 'The upgrade was accepted and will be carried out. The response has no body; `Location` names the upgrade. A generated reference declares a ProductUpgradesStatus as the body: tolerate one, but do not rely on it.',
          headers: [
            headerLocation,
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {},
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/create-product-upgrade-entity',
          },
        },
        '400': {
          description: 'The request is invalid or cannot be carried out.',
          headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
          content: {
            'application/json': {
              validate: validators.Fault,
              examples: {
                catalogItemNotFound: {
                  summary: 'The catalogue has no Azure plan',
                  value: {
                    code: '900107',
                    description: 'Can\'t process Azure upgrade since Azure catalog item wasn\'t found',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                upgradeAlreadyCompleted: {
                  summary: 'The customer has already been upgraded',
                  value: {
                    code: '900110',
                    description: 'Can\'t process the upgrade request for completed upgrade 42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                invalidCustomerId: {
                  summary: 'The customer ID is invalid',
                  value: { code: '900118', description: 'Invalid Customer ID', data: [], source: 'PartnerFD' },
                },
                unsupportedEnvironment: {
                  summary: 'Upgrades are not offered here',
                  value: {
                    code: '900127',
                    description: 'This operation isn\'t supported in this environment',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                invalidRequestInput: {
                  summary: 'The body is not JSON or lacks a required property, or a parameter is invalid',
                  value: { code: '800002', description: 'Invalid request input', data: [], source: 'PartnerFD' },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes',
          },
        },
        '401': responseUnauthorized,
        '403': {
          description: 'This partner cannot upgrade this customer, or not at present.',
          headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
          content: {
            'application/json': {
              validate: validators.Fault,
              examples: {
                noCommerceRelationship: {
                  summary: 'The customer does not belong to this partner',
                  value: {
                    code: '20002',
                    description: 'The partner ID 1b695b21-a3f9-4e2f-9a3b-2b6a4d7c9f10 has no commerce relationship with the customer ID 4c721420-72ad-4708-a0a7-371a2f7b0969.',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                suspendedSubscriptions: {
                  summary: 'Some of the Azure subscriptions are suspended',
                  value: {
                    code: '900105',
                    description: 'You have one or more Azure subscriptions in the suspended state. Suspended Azure subscriptions can\'t be transitioned to the Azure plan',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                noAzureSubscriptions: {
                  summary: 'The customer has nothing to upgrade',
                  value: {
                    code: '900108',
                    description: 'Can\'t process Azure upgrade since customer has no Azure subscriptions.',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                sharedServicesCustomer: {
                  summary: 'The tenant is the partner\'s own, for Azure Partner Shared Services',
                  value: {
                    code: '900119',
                    description: 'Can\'t process Azure upgrade for Azure Partner Shared Services',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                upgradeRefused: {
                  summary: 'The upgrade is refused without a reason',
                  value: { code: '900120', description: 'Can\'t process Azure upgrade', data: [], source: 'PartnerFD' },
                },
                recentlyPurchasedSubscriptions: {
                  summary: 'Some of the Azure subscriptions are too new',
                  value: {
                    code: '900130',
                    description: 'One or more Azure subscriptions were purchased recently, these subscriptions can\'t be transitioned at this time. Try again later',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                appOnlyToken: {
                  summary: 'The token is for an application alone',
                  value: {
                    code: '900329',
                    description: 'This resource does not support application-only authentication.',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                accessDenied: {
                  summary: 'Generic error',
                  value: { code: '2032', description: 'Access denied', data: [], source: 'PartnerFD' },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes',
          },
        },
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': {
          description: 'The customer is already being upgraded.',
          headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
          content: {
            'application/json': {
              validate: validators.Fault,
              examples: {
                upgradeInProgress: {
                  summary: 'The customer is already being upgraded',
                  value: {
                    code: '900109',
                    description: 'This upgrade isn\'t allowed as original upgrade 42d075a4-bfe7-43e7-af6d-7c68a57edcb4 is in progress',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes',
          },
        },
        '412': responsePreconditionFailed,
        '415': responseUnsupportedMediaType,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [[{ name: 'appUserToken', type: 'http', scheme: 'bearer' }]],
      faults: [
        '10001',
        '20002',
        '900105',
        '900107',
        '900108',
        '900109',
        '900110',
        '900118',
        '900119',
        '900120',
        '900127',
        '900130',
        '900329',
        '900420',
        '900421',
      ],
    },
    getProductUpgradeStatus: {
      id: 'getProductUpgradeStatus',
      method: 'POST',
      path: '/v1/productUpgrades/{upgrade-id}/status',
      summary: 'Get the status of a product upgrade',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-product-upgrade-status',
      },
      parameters: [
        parameterUpgradeId,
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            validate: validators.ProductUpgradeRequest,
            examples: {
              intended: {
                summary: 'The documented request, with its JSON corrected',
                value: {
                  customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
                  productFamily: 'azure',
                  attributes: { objectType: 'ProductUpgradeRequest' },
                },
              },
            },
          },
        },
      },
      responses: {
        '200': {
          description: 'The status of the upgrade. Microsoft\'s documentation calls this a ProductUpgradesEligibility, but its sample and the SDKs show a ProductUpgradesStatus. The sample has no `Content-Type`: parse the body as JSON anyway.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.ProductUpgradesStatus,
              examples: {
                documented: {
                  summary: 'As printed on the page',
                  value: {
                    id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
                    status: 'Completed',
                    productFamily: 'Azure',
                    lineItems: [
                      {
                        sourceProduct: { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name: 'AzureSubscription' },
                        targetProduct: { id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9', name: 'Microsoft Azure plan' },
                        upgradedDate: '2019-08-29T23:47:28.8524555Z',
                        status: 'Completed',
                      },
                    ],
                  },
                },
                pending: {
                  summary: 'An upgrade that has not started',
                  value: {
                    id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
                    status: 'Pending',
                    productFamily: 'Azure',
                    lineItems: [],
                  },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-product-upgrade-status',
          },
        },
        '400': {
          description: 'The request is invalid, or the upgrade belongs to another customer.',
          headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
          content: {
            'application/json': {
              validate: validators.Fault,
              examples: {
                upgradeOfAnotherCustomer: {
                  summary: 'The upgrade belongs to another customer',
                  value: {
                    code: '900111',
                    description: 'The upgrade ID provided doesn\'t belong to customer 4c721420-72ad-4708-a0a7-371a2f7b0969. The customer is mapped to upgrade ID 42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                invalidCustomerId: {
                  summary: 'The customer ID is invalid',
                  value: { code: '900118', description: 'Invalid Customer ID', data: [], source: 'PartnerFD' },
                },
                unsupportedEnvironment: {
                  summary: 'Upgrades are not offered here',
                  value: {
                    code: '900127',
                    description: 'This operation isn\'t supported in this environment',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                invalidRequestInput: {
                  summary: 'The body is not JSON or lacks a required property, or a parameter is invalid',
                  value: { code: '800002', description: 'Invalid request input', data: [], source: 'PartnerFD' },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes',
          },
        },
        '401': responseUnauthorized,
        '403': responseForbidden,
        '404': {
          description: 'The upgrade does not exist.',
          headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
          content: {
            'application/json': {
              validate: validators.Fault,
              examples: {
                upgradeNotFound: {
                  summary: 'The upgrade does not exist',
                  value: { code: '900106', description: 'No upgrade request was found', data: [], source: 'PartnerFD' },
                },
                notFound: {
                  summary: 'Generic error',
                  value: { code: '1000', description: 'Not found', data: [], source: 'PartnerFD' },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes',
          },
        },
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '415': responseUnsupportedMediaType,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [[{ name: 'appUserToken', type: 'http', scheme: 'bearer' }]],
      faults: ['10001', '20002', '900106', '900111', '900118', '900127', '900329', '900420', '900421'],
    },
    checkProductUpgradeEligibility: {
      id: 'checkProductUpgradeEligibility',
      method: 'POST',
      path: '/v1/productUpgrades/eligibility',
      summary: 'Check eligibility for a product upgrade',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-eligibility-for-product-upgrade',
      },
      parameters: [
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            validate: validators.ProductUpgradeRequest,
            examples: {
              documented: {
                summary: 'As printed on the page',
                value: { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'azure' },
              },
            },
          },
        },
      },
      responses: {
        '200': {
          description: 'Whether the customer can be upgraded. If not, this is a normal response with a reason. Microsoft\'s sample has no `Content-Type`: parse the body as JSON anyway.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.ProductUpgradesEligibility,
              examples: {
                documented: {
                  summary: 'As printed on the page, for a different customer than the request names',
                  value: {
                    customerId: 'c1958bc7-3284-4952-a257-de594ee64743',
                    isEligible: true,
                    productFamily: 'azure',
                  },
                },
                alreadyUpgrading: {
                  summary: 'A customer who is already being upgraded',
                  value: {
                    customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
                    isEligible: false,
                    productFamily: 'Azure',
                    upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
                    reason: 'The customer already has an upgrade in progress.',
                  },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-eligibility-for-product-upgrade',
          },
        },
        '400': {
          description: 'The request is invalid or cannot be carried out.',
          headers: [headerMSRequestId, headerMSCorrelationId, headerMSCV, headerMSServerId, headerDate],
          content: {
            'application/json': {
              validate: validators.Fault,
              examples: {
                invalidCustomerId: {
                  summary: 'The customer ID is invalid',
                  value: { code: '900118', description: 'Invalid Customer ID', data: [], source: 'PartnerFD' },
                },
                unsupportedEnvironment: {
                  summary: 'Upgrades are not offered here',
                  value: {
                    code: '900127',
                    description: 'This operation isn\'t supported in this environment',
                    data: [],
                    source: 'PartnerFD',
                  },
                },
                invalidRequestInput: {
                  summary: 'The body is not JSON or lacks a required property, or a parameter is invalid',
                  value: { code: '800002', description: 'Invalid request input', data: [], source: 'PartnerFD' },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/error-codes',
          },
        },
        '401': responseUnauthorized,
        '403': responseForbidden,
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '415': responseUnsupportedMediaType,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [[{ name: 'appUserToken', type: 'http', scheme: 'bearer' }]],
      faults: ['10001', '20002', '900118', '900127', '900329', '900420', '900421'],
    },
    listCustomers: {
      id: 'listCustomers',
      method: 'GET',
      path: '/v1/customers',
      summary: 'List customers',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers',
      },
      parameters: [
        parameterPageSize,
        parameterCustomerFilter,
        parameterSeekOperation,
        parameterMSContinuationToken,
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      responses: {
        '200': {
          description: 'One page of customers. `links.next` is present as long as another page follows: repeat the call at its `uri`, with its `headers`.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.CustomerCollection,
              examples: {
                twoCustomers: {
                  summary: 'The documented page, with its tenant IDs filled in',
                  value: {
                    totalCount: 2,
                    items: [
                      {
                        id: 'b44bb1fb-c595-45b0-9e09-d657365580bf',
                        companyProfile: {
                          tenantId: 'b44bb1fb-c595-45b0-9e09-d657365580bf',
                          domain: 'domain',
                          companyName: 'companyName',
                          attributes: { objectType: 'CustomerCompanyProfile' },
                        },
                        relationshipToPartner: 'reseller',
                        attributes: { objectType: 'Customer' },
                      },
                      {
                        id: '45c44870-ef77-4fdd-b6fe-3dacb075cff2',
                        companyProfile: {
                          tenantId: '45c44870-ef77-4fdd-b6fe-3dacb075cff2',
                          domain: 'domain',
                          companyName: 'companyName',
                          attributes: { objectType: 'CustomerCompanyProfile' },
                        },
                        relationshipToPartner: 'reseller',
                        attributes: { objectType: 'Customer' },
                      },
                    ],
                    links: { self: { uri: '/v1/customers?size=40', method: 'GET', headers: [] } },
                    attributes: { objectType: 'Collection' },
                  },
                },
                firstPage: {
                  summary: 'A page with a next page',
                  value: {
                    totalCount: 1,
                    items: [
                      {
                        id: 'b44bb1fb-c595-45b0-9e09-d657365580bf',
                        companyProfile: {
                          tenantId: 'b44bb1fb-c595-45b0-9e09-d657365580bf',
                          domain: 'domain',
                          companyName: 'companyName',
                          attributes: { objectType: 'CustomerCompanyProfile' },
                        },
                        relationshipToPartner: 'reseller',
                        attributes: { objectType: 'Customer' },
                      },
                    ],
                    links: {
                      self: { uri: '/v1/customers?size=1', method: 'GET', headers: [] },
                      next: {
                        uri: '/v1/customers?size=1&seekOperation=Next',
                        method: 'GET',
                        headers: [{ key: 'MS-ContinuationToken', value: 'AAAAAAAAAAE=' }],
                      },
                    },
                    attributes: { objectType: 'Collection' },
                  },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers',
          },
        },
        '400': responseBadRequest,
        '401': responseUnauthorized,
        '403': responseForbiddenPartner,
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [
        [{ name: 'appUserToken', type: 'http', scheme: 'bearer' }],
        [{ name: 'appOnlyToken', type: 'http', scheme: 'bearer' }],
      ],
      faults: ['10001', '900420', '900421'],
    },
    listCustomerSubscriptions: {
      id: 'listCustomerSubscriptions',
      method: 'GET',
      path: '/v1/customers/{customer-tenant-id}/subscriptions',
      summary: 'List a customer\'s subscriptions',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions',
      },
      parameters: [
        parameterCustomerTenantId,
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      responses: {
        '200': {
          description: 'All subscriptions of the customer.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.SubscriptionCollection,
              examples: {
                documented: {
                  summary: 'As printed on the page',
                  value: {
                    totalCount: 37,
                    items: [
                      {
                        id: '83ef9d05-4169-4ef9-9657-0e86b1eab1de',
                        entitlementId: 'a356ac8c-e310-44f4-bf85-C7f29044af99',
                        friendlyName: 'nickname',
                        quantity: 1,
                        unitType: 'none',
                        creationDate: '2015-11-25T06: 41: 12Z',
                        effectiveStartDate: '2015-11-24T08: 00: 00Z',
                        commitmentEndDate: '2016-12-12T08: 00: 00Z',
                        status: 'active',
                        autoRenewEnabled: false,
                        billingType: 'none',
                        contractType: 'subscription',
                        links: {
                          offer: { uri: '/v1/offers/0CCA44D6-68E9-4762-94EE-31ECE98783B9', method: 'GET', headers: [] },
                          self: { uri: '/subscriptions?key=<key>', method: 'GET', headers: [] },
                        },
                        orderId: '6183db3d-6318-4e52-877e-25806e4971be',
                        attributes: { etag: '<etag>', objectType: 'Subscription' },
                      },
                    ],
                    attributes: { objectType: 'Collection' },
                  },
                },
                legacyAzure: {
                  summary: 'Before an upgrade',
                  value: {
                    totalCount: 1,
                    items: [
                      {
                        id: 'b1beb621-3cad-4d7a-b360-62db33ce028e',
                        offerId: 'MS-AZR-0145P',
                        entitlementId: 'b1beb621-3cad-4d7a-b360-62db33ce028e',
                        offerName: 'Microsoft Azure',
                        friendlyName: 'Microsoft Azure',
                        quantity: 1,
                        unitType: 'Usage-based',
                        creationDate: '2018-03-01T00:00:00Z',
                        effectiveStartDate: '2018-03-01T00:00:00Z',
                        status: 'active',
                        autoRenewEnabled: false,
                        billingType: 'usage',
                        billingCycle: 'monthly',
                        contractType: 'subscription',
                        attributes: { objectType: 'Subscription' },
                      },
                    ],
                    links: {
                      self: {
                        uri: '/customers/14876998-c0dc-46e6-9d0c-65a57a6c32ec/subscriptions',
                        method: 'GET',
                        headers: [],
                      },
                    },
                    attributes: { objectType: 'Collection' },
                  },
                },
                azurePlan: {
                  summary: 'After an upgrade',
                  value: {
                    totalCount: 1,
                    items: [
                      {
                        id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9',
                        offerName: 'Microsoft Azure plan',
                        friendlyName: 'Microsoft Azure plan',
                        quantity: 1,
                        unitType: 'Usage-based',
                        creationDate: '2019-08-29T23:47:28Z',
                        effectiveStartDate: '2019-08-29T23:47:28Z',
                        status: 'active',
                        autoRenewEnabled: false,
                        billingType: 'usage',
                        billingCycle: 'monthly',
                        contractType: 'subscription',
                        productType: { id: 'Azure', displayName: 'Azure' },
                        attributes: { objectType: 'Subscription' },
                      },
                    ],
                    links: {
                      self: {
                        uri: '/customers/14876998-c0dc-46e6-9d0c-65a57a6c32ec/subscriptions',
                        method: 'GET',
                        headers: [],
                      },
                    },
                    attributes: { objectType: 'Collection' },
                  },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions',
          },
        },
        '400': responseBadRequest,
        '401': responseUnauthorized,
        '403': responseForbiddenCustomer,
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [
        [{ name: 'appUserToken', type: 'http', scheme: 'bearer' }],
        [{ name: 'appOnlyToken', type: 'http', scheme: 'bearer' }],
      ],
      faults: ['10001', '20002', '900420', '900421'],
    },
    listCustomerAgreements: {
      id: 'listCustomerAgreements',
      method: 'GET',
      path: '/v1/customers/{customer-tenant-id}/agreements',
      summary: 'List a customer\'s agreements',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-confirmation-of-customer-agreement',
      },
      parameters: [
        parameterCustomerTenantId,
        parameterAgreementType,
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      responses: {
        '200': {
          description: 'The confirmations of the requested type; an empty list if there is none. Microsoft\'s sample is not valid JSON (two commas and a quote are missing). The example here corrects it.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.AgreementCollection,
              examples: {
                confirmed: {
                  summary: 'Two confirmations by the partner',
                  value: {
                    totalCount: 2,
                    items: [
                      {
                        primaryContact: {
                          firstName: 'Tania',
                          lastName: 'Carr',
                          email: 'SomeEmail@example.com',
                          phoneNumber: '1234567890',
                        },
                        templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
                        dateAgreed: '2019-08-26T00:00:00',
                        type: 'MicrosoftCustomerAgreement',
                        agreementLink: 'https://aka.ms/customeragreement',
                      },
                      {
                        primaryContact: {
                          firstName: 'Tania',
                          lastName: 'Carr',
                          email: 'SomeEmail@example.com',
                          phoneNumber: '1234567890',
                        },
                        templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
                        dateAgreed: '2019-08-27T00:00:00',
                        type: 'MicrosoftCustomerAgreement',
                        agreementLink: 'https://aka.ms/customeragreement',
                      },
                    ],
                  },
                },
                none: {
                  summary: 'No agreement confirmed',
                  value: { totalCount: 0, items: [], attributes: { objectType: 'Collection' } },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-confirmation-of-customer-agreement',
          },
        },
        '400': responseBadRequest,
        '401': responseUnauthorized,
        '403': responseForbidden,
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [[{ name: 'appUserToken', type: 'http', scheme: 'bearer' }]],
      faults: ['10001', '20002', '900329', '900420', '900421'],
    },
    getDirectSignStatus: {
      id: 'getDirectSignStatus',
      method: 'GET',
      path: '/v1/customers/{customer-tenant-id}/directSignedMicrosoftCustomerAgreementStatus',
      summary: 'Get the direct signing status of a customer\'s agreement',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-direct-sign-status-of-customer-agreement',
      },
      parameters: [
        parameterCustomerTenantId,
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      responses: {
        '200': {
          description: 'Whether the customer has signed the agreement.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.DirectSignedCustomerAgreementStatus,
              examples: {
                documented: { summary: 'As printed on the page', value: { isSigned: true } },
                notSigned: { summary: 'The customer has not signed', value: { isSigned: false } },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-direct-sign-status-of-customer-agreement',
          },
        },
        '400': responseBadRequest,
        '401': responseUnauthorized,
        '403': responseForbidden,
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [[{ name: 'appUserToken', type: 'http', scheme: 'bearer' }]],
      faults: ['10001', '20002', '900329', '900420', '900421'],
    },
    listAzureEntitlements: {
      id: 'listAzureEntitlements',
      method: 'GET',
      path: '/v1/customers/{customer-tenant-id}/subscriptions/{subscription-id}/azureEntitlements',
      summary: 'List the Azure entitlements of an Azure plan',
      evidence: {
        level: 'documented',
        source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-azure-entitlements-for-subscription',
      },
      parameters: [
        parameterCustomerTenantId,
        parameterSubscriptionId,
        parameterMSRequestId,
        parameterMSCorrelationId,
        parameterMSContractVersion,
        parameterXLocale,
        parameterMSPartnerCenterApplication,
        parameterValidateMfa,
      ],
      responses: {
        '200': {
          description: 'The Azure subscriptions under the plan.',
          headers: [
            headerIsMfaCompliant,
            headerMSRequestId,
            headerMSCorrelationId,
            headerMSCV,
            headerMSServerId,
            headerDate,
          ],
          content: {
            'application/json': {
              validate: validators.AzureEntitlementCollection,
              examples: {
                documented: {
                  summary: 'As printed on the page',
                  value: {
                    totalCount: 1,
                    items: [
                      {
                        id: '899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8',
                        friendlyName: 'Microsoft Azure',
                        status: 'active',
                        subscriptionId: '3f15978e-005c-b763-bb78-2a8fab289c58',
                      },
                    ],
                    attributes: { objectType: 'Collection' },
                  },
                },
              },
            },
          },
          evidence: {
            level: 'documented',
            source: 'https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-azure-entitlements-for-subscription',
          },
        },
        '400': responseBadRequest,
        '401': responseUnauthorized,
        '403': responseForbiddenCustomer,
        '404': responseNotFound,
        '405': responseMethodNotAllowed,
        '406': responseNotAcceptable,
        '408': responseRequestTimeout,
        '409': responseConflict,
        '412': responsePreconditionFailed,
        '429': responseTooManyRequests,
        '500': responseInternalServerError,
        '501': responseNotImplemented,
        '502': responseBadGateway,
        '503': responseServiceUnavailable,
        '504': responseGatewayTimeout,
      },
      security: [
        [{ name: 'appUserToken', type: 'http', scheme: 'bearer' }],
        [{ name: 'appOnlyToken', type: 'http', scheme: 'bearer' }],
      ],
      faults: ['10001', '20002', '900420', '900421'],
    },
  },
  faults,
}
