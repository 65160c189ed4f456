import { existsSync } from 'node:fs'
import { BulkError, writeCustomers } from '@partner-upgrades/bulk'
import { isPartnerCenterError } from '@partner-upgrades/client'
import { type Customer, createCustomersClient, isReseller } from '@partner-upgrades/client/customers'
import type { Action } from '../../command/command.ts'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodeOf } from '../../errors/client-failure.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { openClient } from '../../session/client.ts'
import { inOrder } from './in-order.ts'
import { type Listed, lookAt } from './listed-customer.ts'
import type { CustomersOptions } from './options.ts'
import { columnsOf, customerEvent, endReport, tableReport, toRow } from './view.ts'

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
  const counts = { listed: 0, customers: 0, notReseller: 0, withoutLegacyAzure: 0, refused: 0 }
  const asks = questions.legacyAzure || questions.agreement
  let looked = 0

  function showProgress(): void {
    reporter.progress(
      asks ? `Checked ${looked} of ${counts.customers} customers` : `Listed ${counts.customers} customers`,
    )
  }

  /**
   * Yields the customers that the partner sells to, each once: a partner who is both direct-bill and indirect has some twice, and only
   * one of the two may be as a reseller.
   */
  async function* sellable(): AsyncGenerator<Customer, void, undefined> {
    const resold = new Set<string>()
    const others = new Set<string>()
    const given = { signal: host.signal, ...(company !== undefined && { companyName: company }) }
    for await (const customer of client.list({ ...given, onPage: showProgress })) {
      const id = String(customer.id).toLowerCase()
      if (resold.has(id)) continue
      const isSellable = isReseller(customer)
      if (isSellable) others.delete(id)
      const seen = isSellable ? resold : others
      seen.add(id)
      counts.notReseller = others.size
      counts.customers = resold.size + others.size
      if (isSellable) yield customer
    }
  }

  /** Looks up a customer. A refusal is noted and does not end the listing of the others. */
  async function tryToLookAt(customer: Customer, signal: AbortSignal): Promise<Listed | undefined> {
    try {
      return await lookAt(customer, questions, client, AbortSignal.any([host.signal, signal]))
    } catch (error) {
      if (!isPartnerCenterError(error) || exitCodeOf(error) !== exitCodes.failed) throw error
      counts.refused++
      reporter.note([`${customer.id}: ${error.message}`])
      return undefined
    } finally {
      looked++
      showProgress()
    }
  }

  async function* rows(): AsyncGenerator<Listed, void, undefined> {
    for await (const customer of inOrder(sellable(), atOnce, tryToLookAt)) {
      if (customer === undefined) continue
      if (customer.legacyAzure?.count === 0) {
        counts.withoutLegacyAzure++
        continue
      }
      counts.listed++
      reporter.report(customerEvent(customer))
      yield customer
    }
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
  return counts.refused > 0 ? exitCodes.failed : exitCodes.done
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
