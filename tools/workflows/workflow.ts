import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A step of a job, as far as the checks read it. */
export interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

/** A job of a workflow. */
export interface Job {
  readonly permissions?: unknown
  readonly 'timeout-minutes'?: number
  readonly strategy?: { readonly matrix?: Readonly<Record<string, readonly unknown[]>> }
  readonly steps: readonly Step[]
}

/** A workflow, and the text that it was read from. */
export interface Workflow {
  readonly file: string
  readonly text: string
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** Parses a workflow. YAML 1.2 reads the key `on` as a string, as GitHub does. */
export function parseWorkflow(file: string, text: string): Workflow {
  return { ...parse(text), file, text }
}

/** All workflows below `root`. */
export function readWorkflows(root: string): readonly Workflow[] {
  return globSync('.github/workflows/*.{yml,yaml}', { cwd: root })
    .sort()
    .map((file) => parseWorkflow(file, readFileSync(join(root, file), 'utf8')))
}

/** The npm scripts that shell commands start: `npm test`, `npm run x`, `npm run --silent x -- y`. */
export function scriptsIn(commands: string): readonly string[] {
  const found = commands.matchAll(/\bnpm (?:(test|start)\b|run (?:--?[\w-]+ )*([\w:-]+))/g)
  return [...found].map(([, short, name]) => short ?? name ?? '')
}
