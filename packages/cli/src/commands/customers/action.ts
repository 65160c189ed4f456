import { existsSync } from 'node:fs'
import { BulkError, writeCustomers } from '@partner-upgrades/bulk'
import { isPartnerCenterError } from '@partner-upgrades/client'
import { type Customer, createCustomersClient } from '@partner-upgrades/client/customers'
import type { Action } from '../../command/command.ts'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { openClient } from '../../session/client.ts'
import { inOrder } from './in-order.ts'
import { type Listed, lookAt } from './listed-customer.ts'
import type { CustomersOptions } from './options.ts'
import { createOutageWatch } from './outage-watch.ts'
import { sellable } from './sellable.ts'
import { columnsOf, customerEvent, endReport, isComplete, tableReport, toRow } from './view.ts'

/** The number of customers to look up at once: as many as the client has requests in flight. */
const atOnce = 8

/** Lists the partner's customers. */
export const customers: Action<[options: CustomersOptions]> = async (session, options) => {
  const { host, reporter } = session
  const { output, company, timeout } = options
  const questions = { legacyAzure: options.legacyAzure === true, agreement: options.agreement === true }
  if (output !== undefined && existsSync(output)) {
    throw new CliError(exitCodes.usage, `${output} exists already.`, ['Name another file, or remove it first.'])
  }
  const upgrades = await openClient(session, timeout === undefined ? {} : { timeout })
  const client = createCustomersClient(upgrades, host.clock && { clock: host.clock })
  const listed: Listed[] = []
  const counts = { listed: 0, customers: 0, notReseller: 0, withoutLegacyAzure: 0, refused: 0, invalid: 0 }
  const asks = questions.legacyAzure || questions.agreement
  const watch = createOutageWatch(atOnce)
  let looked = 0

  function showProgress(): void {
    reporter.progress(
      asks ? `Checked ${looked} of ${counts.customers} customers` : `Listed ${counts.customers} customers`,
    )
  }

  /** Looks up a customer. An error that concerns only this customer is noted and does not end the listing of the others. */
  async function tryToLookAt(customer: Customer, signal: AbortSignal): Promise<Listed | undefined> {
    try {
      const found = await lookAt(customer, questions, client, AbortSignal.any([host.signal, signal]))
      watch.answered()
      return found
    } catch (error) {
      if (!isPartnerCenterError(error) || !watch.isAboutOne(error)) throw error
      counts.refused++
      reporter.note([`${customer.id}: ${error.message}`])
      return undefined
    } finally {
      looked++
      showProgress()
    }
  }

  async function* rows(): AsyncGenerator<Listed, void, undefined> {
    const given = { signal: host.signal, ...(company !== undefined && { companyName: company }) }
    const list = client.list({ ...given, onPage: showProgress })
    const resold = sellable(list, counts, (text) => reporter.note([text]))
    for await (const customer of inOrder(resold, atOnce, tryToLookAt)) {
      if (customer === undefined) continue
      if (customer.legacyAzure?.count === 0) {
        counts.withoutLegacyAzure++
        continue
      }
      counts.listed++
      reporter.report(customerEvent(customer))
      yield customer
    }
    const outage = watch.outage()
    if (outage) throw outage
  }

  async function* fileRows() {
    for await (const customer of rows()) yield toRow(customer)
  }

  try {
    if (output !== undefined) await writeCustomers(output, columnsOf(questions), fileRows())
    else for await (const customer of rows()) listed.push(customer)
  } catch (error) {
    throw toListError(error, host.signal.aborted, counts.customers)
  }
  reporter.clearProgress()
  const end = endReport(counts, output)
  const { plain, screen } = tableReport(listed, questions)
  reporter.report({
    json: end.json,
    plain: [...plain, ...end.plain],
    screen: (paint, width) => [...(screen?.(paint, width) ?? []), ...(end.screen?.(paint, width) ?? [])],
  })
  return isComplete(counts) ? exitCodes.done : exitCodes.failed
}

function toListError(error: unknown, interrupted: boolean, count: number): unknown {
  if (interrupted) return new CliError(exitCodes.interrupted, 'Interrupted.', [stand(count)], error)
  if (error instanceof BulkError)
    return new CliError(exitCodes.failed, error.message, ['Name another file: --output <file>'], error)
  return error
}

function stand(count: number): string {
  return `${count.toLocaleString('en')} customers had been read. Nothing was changed, and no file was written.`
}
