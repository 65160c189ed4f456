import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFleet } from '../../src/index.ts'
import type { DiskUse, Inspector } from './inspect.ts'

/** The cost of adding a list. */
export interface Filling {
  readonly rows: number
  readonly seconds: number
  /** Bytes of write-ahead log. */
  readonly wal: number
  readonly disk: DiskUse
}

/** The partner whose list is added. */
export const partner = 'million'

/** Measures adding a list of `rows` customers to an empty database. */
export async function measureFilling(
  { database, service, ceiling, rows }: { database: string; service: string; ceiling: number; rows: number },
  inspector: Inspector,
): Promise<Filling> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-bench-'))
  const fleet = openFleet({ database })
  try {
    await fleet.init()
    await fleet.setPartner({ name: partner, service, ceiling })
    const file = join(folder, 'customers.csv')
    writeList(file, rows)
    const [wal, begin] = [await inspector.wal(), performance.now()]
    await fleet.add(file, { partner })
    const seconds = (performance.now() - begin) / 1_000
    return { rows, seconds, wal: (await inspector.wal()) - wal, disk: await inspector.disk() }
  } finally {
    await fleet.close()
    rmSync(folder, { recursive: true })
  }
}

function writeList(file: string, rows: number): void {
  writeFileSync(file, 'customerId,name\n')
  const batch = 10_000
  for (let first = 0; first < rows; first += batch) {
    const lines = Array.from(
      { length: Math.min(batch, rows - first) },
      (_, index) => `${crypto.randomUUID()},Customer ${first + index}\n`,
    )
    appendFileSync(file, lines.join(''))
  }
}
