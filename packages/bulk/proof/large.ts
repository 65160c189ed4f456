import { copyFileSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeJournal, makeList } from './make-journal.ts'
import { compile, run, serve } from './run-program.ts'

/** The resources that a run took. */
export interface Footprint {
  readonly rows: number
  /** Peak resident memory. */
  readonly megabytes: number
  readonly seconds: number
  readonly completed: number
}

/** Processes lists of these sizes one after the other, each in a process of its own, over sockets. */
export async function measureMemory(sizes: readonly number[]): Promise<readonly Footprint[]> {
  const [server, client] = await Promise.all([compile('plain-server'), compile('memory-client')])
  const { url, child } = await serve(server, [])
  const footprints: Footprint[] = []
  try {
    for (const rows of sizes) {
      const file = join(mkdtempSync(join(tmpdir(), 'memory-')), 'customers.csv')
      makeList(file, rows)
      const begin = performance.now()
      const { megabytes, ended } = await run(client, [file, url, String(Date.now())])
      const completed = Number(Object(ended).completed)
      footprints.push({ rows, megabytes: Number(megabytes), completed, seconds: (performance.now() - begin) / 1_000 })
    }
    return footprints
  } finally {
    child.kill()
  }
}

/** How long it took to resume from a journal, in seconds. */
export interface Resumption {
  /** The initial size of the journal, in bytes. */
  readonly bytes: number
  /** From the start of the process until the first customer was claimed. */
  readonly ready: number
  /** CPU time during that. */
  readonly cpu: number
  /** The row of the first customer claimed. */
  readonly row: number
  /** How long another program took, right afterwards, just to parse the journal's lines. */
  readonly parse: number
}

/** Resumes several times from the journal of a list whose last hundred rows are open. */
export async function measureResumption(rows: number, times: number): Promise<readonly Resumption[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resume-'))
  const [list, journal] = [join(folder, 'customers.csv'), join(folder, 'journal.jsonl')]
  const service = 'https://api.partnercenter.microsoft.com'
  makeList(list, rows)
  await makeJournal(list, journal, service, 100)
  const [program, parser] = await Promise.all([compile('resume'), compile('parse-journal')])
  const resumptions: Resumption[] = []
  for (let time = 0; time < times; time++) {
    const copy = `${journal}.${time}`
    copyFileSync(journal, copy)
    const bytes = statSync(copy).size
    const { ready, cpu, row } = await run(program, [list, copy, service])
    const parse = await run(parser, [list, journal])
    resumptions.push({ ready: Number(ready), cpu: Number(cpu), row: Number(row), parse: Number(parse.ready), bytes })
  }
  return resumptions
}
