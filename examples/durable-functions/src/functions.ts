import { TableClient } from '@azure/data-tables'
import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions'
import * as df from 'durable-functions'
import { createStep, type Turn } from './step.ts'
import { createTableRows } from './table-rows.ts'

const { AzureWebJobsStorage = '', PARTNER_CENTER_TOKEN = '' } = process.env
const rows = createTableRows(TableClient.fromConnectionString(AzureWebJobsStorage, 'upgrades'))
const step = createStep(rows, { credential: PARTNER_CENTER_TOKEN, application: 'durable-functions' })

df.app.activity('takeStep', { handler: (customerId: string) => step(customerId) })

// One orchestration per customer: its ID is the customer's, so that no second one can run at the same time.
df.app.orchestration('upgradeCustomer', function* (context) {
  const customerId: string = context.df.getInput()
  const turn: Turn = yield context.df.callActivityWithRetry('takeStep', new df.RetryOptions(30_000, 20), customerId)
  if ('outcome' in turn) return turn
  yield context.df.createTimer(new Date(context.df.currentUtcDateTime.getTime() + turn.dueIn))
  // Restart, so that the history stays short however long the upgrade takes.
  context.df.continueAsNew(customerId)
  return undefined
})

app.http('upgradeCustomers', {
  methods: ['POST'],
  extraInputs: [df.input.durableClient()],
  async handler(request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> {
    const client = df.getClient(context)
    const customers: readonly string[] = JSON.parse(await request.text())
    for (const id of customers) {
      const instanceId = id.toLowerCase()
      const found = await client.getStatus(instanceId).catch(() => undefined)
      const isOver = found === undefined || /^(Completed|Failed|Terminated|Canceled)$/.test(found.runtimeStatus)
      if (isOver) await client.startNew('upgradeCustomer', { instanceId, input: instanceId })
    }
    return { status: 202 }
  },
})
