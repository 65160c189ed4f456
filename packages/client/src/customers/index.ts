export type {
  Agreement,
  AzureEntitlement,
  Customer,
  CustomerCompanyProfile,
  Subscription,
} from '@partner-upgrades/spec'
export type { CustomerCallOptions, CustomersClientOptions, ListCustomersOptions } from './customer-options.ts'
export { type CustomersClient, createCustomersClient } from './customers-client.ts'
export { isAzurePlan, isLegacyAzure, isReseller } from './readings.ts'
