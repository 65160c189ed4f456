import { mkdirSync, writeFileSync } from 'node:fs'
import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'
import { cellsOf } from '../../src/matrix/cells.ts'
import { type CaseResult, coverageFigures, type Report, type SlotResult } from '../../src/report/report.ts'
import { renderCoverage } from '../../src/report/terminal.ts'
import { unreadPages } from '../documentation/operations.ts'
import { describeFindings, judgeCoverage, type Proof, whereToAdd } from './coverage.ts'
import { sumFigures } from './figures.ts'
import { outOfReach } from './out-of-reach.ts'
import './proves.ts'
import { demandedSlots, idleExceptions, slotName, whyOutOfReach } from '../../src/matrix/slots.ts'

/**
 * Collects what passed tests have shown of the contract, prints the matrix, and fails a complete run that leaves a cell
 * open. A run that is limited to some tests only prints the matrix.
 */
export function matrixReporter({ file = 'reports/contract.json' }: { readonly file?: string } = {}): Reporter {
  let vitest: Vitest | undefined
  return {
    onInit(instance) {
      vitest = instance
    },
    async onTestRunEnd(modules: readonly TestModule[]) {
      const tests = modules.flatMap((module) => [...module.children.allTests()])
      const proofs = tests
        .filter((test) => test.ok())
        .flatMap((test) => (test.meta().shows ?? []).map((slot): Proof => ({ slot, by: nameOf(test) })))
      const whole = vitest !== undefined && (await isWhole(vitest, modules))
      const report = reportOf(tests, proofs, new Date())
      if (whole) {
        mkdirSync('reports', { recursive: true })
        writeFileSync(file, `${JSON.stringify({ ...report, proofs }, undefined, 1)}\n`)
      }
      console.log(`\n${renderCoverage(report.slots)}\n`)
      for (const { label, value } of report.figures) console.log(`${value.padStart(12)}  ${label}`)
      console.log('')
      if (!whole) return
      for (const failure of report.failures) console.error(failure)
      if (report.failures.length > 0) process.exitCode = 1
    },
  }
}

function reportOf(tests: readonly TestCase[], proofs: readonly Proof[], at: Date): Report {
  const cells = cellsOf(contract, exchanges)
  const demanded = demandedSlots(cells, outOfReach)
  const findings = judgeCoverage(demanded, proofs)
  const by = new Map(proofs.map((proof) => [slotName(proof.slot), proof.by]))
  const slots = cells.flatMap((cell): SlotResult[] => {
    const own = demanded
      .filter((slot) => slot.cell === cell)
      .map((slot): SlotResult => {
        const test = by.get(slotName(slot))
        return test === undefined ? { ...slot, outcome: 'open' } : { ...slot, outcome: 'shown', by: test }
      })
    const reason = whyOutOfReach(cell, outOfReach)
    return reason === undefined ? own : [...own, { cell, way: 'state', outcome: 'outOfReach', reason }]
  })
  return {
    title: 'Contract tests',
    provider: 'specification, client and mocks of this project',
    at: at.toISOString(),
    contract: { title: contract.title, version: contract.version, hash: contract.hash },
    figures: [...coverageFigures(slots), ...sumFigures(tests.flatMap((test) => test.meta().figures ?? []))],
    slots,
    cases: tests.map(caseOf),
    failures: [
      ...describeFindings(findings),
      ...whereToAdd(findings),
      ...unreadPages(Object.keys(contract.operations)),
      ...idleExceptions(cells, outOfReach).map(
        (exception) => `out of reach, and not in the contract: ${JSON.stringify(exception)}`,
      ),
    ],
  }
}

function caseOf(test: TestCase): CaseResult {
  const { state, errors } = test.result()
  const outcome = state === 'passed' ? 'passed' : state === 'failed' ? 'failed' : 'notExercised'
  return {
    name: test.fullName,
    group: test.module.relativeModuleId.replace(/^(src|suite)\//, ''),
    outcome,
    reasons: (errors ?? []).map(({ message }) => message),
    milliseconds: test.diagnostic()?.duration ?? 0,
  }
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`
}

async function isWhole(vitest: Vitest, modules: readonly TestModule[]): Promise<boolean> {
  const all = await vitest.globTestSpecifications()
  return vitest.config.testNamePattern === undefined && modules.length === all.length
}
