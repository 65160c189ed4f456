import type { ListedCustomer } from '@partner-upgrades/bulk'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { toTable } from '../../terminal/table.ts'
import { number } from '../bulk/counts.ts'
import type { Listed, Questions } from './listed-customer.ts'

/** The numbers of customers that were listed and left out. */
export interface Counts {
  /** Customers that are on the list. */
  readonly listed: number
  /** Customers of the partner, of any kind. */
  readonly customers: number
  /** Customers that the partner does not sell to. */
  readonly notReseller: number
  /** Customers without legacy Azure subscriptions that were left out. */
  readonly withoutLegacyAzure: number
  /** Customers for which Partner Center returned an error, or a response that violates the contract. */
  readonly refused: number
  /** Items of the list without a valid customer ID. */
  readonly invalid: number
}

/** Reports one customer as JSON. People get all customers at once, as a table. */
export function customerEvent({ legacyAzure, ...customer }: Listed): Report {
  const counts = legacyAzure && { legacyAzure: legacyAzure.count, suspended: legacyAzure.suspended }
  return { json: { event: 'customer', ...customer, ...counts }, plain: [], screen: () => [] }
}

/** Reports all customers to people: a table on a screen, and a line each in a pipe. */
export function tableReport(customers: readonly Listed[], questions: Questions): Pick<Report, 'plain' | 'screen'> {
  const header = ['CUSTOMER', 'COMPANY', 'DOMAIN']
  if (questions.legacyAzure) header.push('LEGACY')
  if (questions.agreement) header.push('AGREEMENT')
  const rowOf = (customer: Listed, unit = ''): readonly string[] => {
    const { customerId, name, domain } = customer
    return [customerId, name, domain, ...answersOf(customer, unit)]
  }
  return {
    plain: customers.map((customer) => `customer: ${rowOf(customer, ' legacy Azure').filter(Boolean).join(', ')}`),
    screen: (paint, width) => {
      if (customers.length === 0) return []
      const rows = customers.map((customer) => rowOf(customer))
      return [...toTable(header, rows, paint, width, 1), '']
    },
  }
}

function answersOf({ legacyAzure, agreement }: Listed, unit: string): readonly string[] {
  const suspended = legacyAzure?.suspended ? `, ${number(legacyAzure.suspended)} suspended` : ''
  return [
    ...(legacyAzure ? [`${number(legacyAzure.count)}${unit}${suspended}`] : []),
    ...(agreement === undefined ? [] : [agreement ? 'accepted' : 'not accepted']),
  ]
}

/** Whether every customer is on the list, or known not to belong there. */
export function isComplete({ refused, invalid }: Pick<Counts, 'refused' | 'invalid'>): boolean {
  return refused === 0 && invalid === 0
}

/** Reports how many customers were listed and left out, and the file with the list. */
export function endReport(counts: Counts, file: string | undefined): Report {
  const { listed, notReseller, withoutLegacyAzure, refused, invalid } = counts
  const left = [
    ...(withoutLegacyAzure > 0 ? [`${number(withoutLegacyAzure)} without legacy Azure`] : []),
    ...(notReseller > 0 ? [`${number(notReseller)} that you do not sell to`] : []),
    ...(refused > 0 ? [`${number(refused)} that Partner Center returned an error for`] : []),
    ...(invalid > 0 ? [`${number(invalid)} without a valid ID`] : []),
  ]
  const text = listed === 1 ? '1 customer' : `${number(listed)} customers`
  const leftOut = left.length > 0 ? [`left out: ${left.join(', ')}`] : []
  const next = file && listed > 0 ? ['next: see who can be upgraded with bulk --dry-run'] : []
  const complete = isComplete(counts)
  const word = complete ? 'Listed' : 'Incomplete'
  return {
    json: { event: 'customers', ...counts, ...(file && { file }) },
    plain: [`${word.toLowerCase()}: ${[text, ...leftOut].join('; ')}`, ...(file ? [`file: ${file}`] : [])],
    screen: (paint, width) =>
      headline(paint, width, complete ? 'good' : 'bad', word, text, ...leftOut, ...(file ? [file] : []), ...next),
  }
}

/** The columns of the file: those that `bulk` reads, and those that help people decide. */
export function columnsOf({ legacyAzure, agreement }: Questions): readonly string[] {
  return [
    'customerId',
    'name',
    ...(legacyAzure ? ['legacyAzureSubscriptions', 'suspended'] : []),
    ...(agreement ? ['agreementAccepted'] : []),
  ]
}

/** A customer as a row of the file. */
export function toRow({ customerId, name, legacyAzure, agreement }: Listed): ListedCustomer {
  return {
    customerId,
    name,
    ...(legacyAzure && {
      legacyAzureSubscriptions: String(legacyAzure.count),
      suspended: String(legacyAzure.suspended),
    }),
    ...(agreement !== undefined && { agreementAccepted: agreement ? 'yes' : 'no' }),
  }
}
