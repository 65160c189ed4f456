// Repeats a create with a new request ID whenever no response names the upgrade. The judge has to catch it.
interface Input {
  readonly client: { readonly baseUrl: string; readonly credential: string }
  readonly customers: readonly { readonly customerId: string }[]
}

const { client, customers }: Input = JSON.parse(process.argv[2] ?? '')

async function create(customerId: string): Promise<string | undefined> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      const response = await fetch(`${client.baseUrl}/v1/productUpgrades`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(500),
        headers: { Authorization: `Bearer ${client.credential}`, 'MS-RequestId': crypto.randomUUID() },
        body: JSON.stringify({ customerId, productFamily: 'Azure' }),
      })
      const [, upgradeId] = /productUpgrades\/([\da-f-]{36})$/.exec(response.headers.get('Location') ?? '') ?? []
      if (upgradeId) return upgradeId
    } catch {
      // Try again.
    }
  }
  return undefined
}

await Promise.all(
  customers.map(async ({ customerId }) => {
    const upgradeId = await create(customerId)
    console.log(JSON.stringify({ customerId, ...(upgradeId ? { upgradeId } : { error: 'FaultError', status: 400 }) }))
  }),
)
