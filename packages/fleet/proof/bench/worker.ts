import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { openFleet } from '../../src/index.ts'
import { createListFolder } from '../../test/lists.ts'
import { compile } from './compile.ts'
import type { DiskUse, Inspector } from './inspect.ts'
import type { PlainService } from './service.ts'

/** The resources that a worker used at one moment. */
export interface Sample {
  /** Seconds since it started. */
  readonly at: number
  /** Resident memory. */
  readonly megabytes: number
  readonly connections: number
}

/** The resources that a worker used, and the work it did. */
export interface WorkerUse {
  readonly samples: readonly Sample[]
  readonly seconds: number
  readonly customers: number
  readonly requests: number
  /** Bytes of write-ahead log. */
  readonly wal: number
  /** The disk use of fleet and queue before and after. */
  readonly disk: readonly [before: DiskUse, after: DiskUse]
}

const sampleEvery = 1_000

/** Runs one worker on a list of `customers` customers, beside the existing data in the database. */
export async function measureWorker(
  { database, service, customers }: { database: string; service: PlainService; customers: number },
  inspector: Inspector,
): Promise<WorkerUse> {
  const [program] = await Promise.all([compile('worker-program'), addWhole(database, service.url, customers)])
  // PostgreSQL logs a whole page at its first change after a checkpoint, so each run begins with a checkpoint.
  await inspector.query('CHECKPOINT')
  const [wal, before, begin] = [await inspector.wal(), await inspector.disk(), performance.now()]
  const child = spawn(process.execPath, [program, database, whole], { stdio: ['ignore', 'ignore', 'inherit'] })
  const exit = once(child, 'exit')
  const elapsed = (): number => (performance.now() - begin) / 1_000
  const samples: Sample[] = []
  for (;;) {
    const megabytes = residentMegabytes(child.pid)
    if (megabytes === undefined) break
    samples.push({ at: elapsed(), megabytes, connections: await inspector.connections() })
    await new Promise((resolve) => setTimeout(resolve, sampleEvery))
  }
  const [code] = await exit
  if (code !== 0) throw new Error(`The worker ended with ${code}.`)
  return {
    samples,
    seconds: samples.at(-1)?.at ?? 0,
    customers,
    requests: service.requests(),
    wal: (await inspector.wal()) - wal,
    disk: [before, await inspector.disk()],
  }
}

/** The partner whose list the worker works on. */
const whole = 'whole'

async function addWhole(database: string, service: string, customers: number): Promise<void> {
  const [fleet, lists] = [openFleet({ database }), createListFolder()]
  await fleet.setPartner({ name: whole, service, ceiling: 60_000 })
  await fleet.add(lists.write('whole.csv', customers), { partner: whole })
  await fleet.close()
  lists.remove()
}

/** Returns the resident memory of a process; `undefined` if it has ended. */
function residentMegabytes(pid = 0): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024
  } catch {
    return undefined
  }
}
