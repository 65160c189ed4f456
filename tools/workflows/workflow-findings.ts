import { type Job, type Step, scriptsIn, type Workflow } from './workflow.ts'

/** What is wrong with a workflow, a line each; empty when nothing is. `scripts` are the names that package.json has. */
export function workflowFindings(workflow: Workflow, scripts: ReadonlySet<string>): readonly string[] {
  const { file, text, on, permissions, jobs } = workflow
  const triggers = Object.keys(on).filter((trigger) => trigger === 'pull_request_target' || trigger === 'workflow_run')
  return [
    ...triggers.map((trigger) => `${trigger} runs with our secrets on what a stranger has sent`),
    ...(isEmpty(permissions) ? [] : ['the workflow as a whole has permissions: {}, and each job what it needs']),
    ...unpinned(text),
    ...Object.entries(jobs).flatMap(([name, job]) => jobFindings(job, scripts).map((line) => `${name}: ${line}`)),
  ].map((line) => `${file}: ${line}`)
}

function jobFindings(job: Job, scripts: ReadonlySet<string>): readonly string[] {
  return [
    ...(isMapping(job.permissions) ? [] : ['says no permissions']),
    ...(typeof job['timeout-minutes'] === 'number' ? [] : ['says no timeout-minutes']),
    ...job.steps.flatMap((step) => stepFindings(step, scripts)),
  ]
}

function stepFindings(
  { uses = '', run = '', with: inputs = {} }: Step,
  scripts: ReadonlySet<string>,
): readonly string[] {
  const commands = [
    run,
    ...Object.entries(inputs).flatMap(([name, value]) => (/script$/.test(name) ? [String(value)] : [])),
  ]
  const unknown = commands.flatMap(scriptsIn).filter((script) => !scripts.has(script))
  const keepsToken = uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false
  return [
    ...unknown.map((script) => `there is no npm script ${script}`),
    ...(run.includes('${{')
      ? [`an expression within a command can be anybody's command: hand it over in env (${run})`]
      : []),
    ...(keepsToken ? ['the checkout leaves its token behind: persist-credentials: false'] : []),
  ]
}

/** Actions that are not pinned to a commit with its version beside it. A tag can be moved, and a bare commit tells nobody what it is. */
function unpinned(text: string): readonly string[] {
  const uses = [...text.matchAll(/^[ -]*uses: *(.*)$/gm)].map(([, action = '']) => action.trim())
  return uses
    .filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))
    .map((action) => `${action} is not pinned to a commit with its version in a comment`)
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length === 0
}
