import { createRequire } from 'node:module'

// nx ships its hash planner without types for others; these are the two calls used here.
interface PlanInspector {
  init(): Promise<void>
  inspectHashPlan(projects: readonly string[], targets: readonly string[]): Record<string, readonly string[]>
}
const require = createRequire(import.meta.url)

/** Reads the inputs that decide whether nx takes a task from its cache, such as `file:README.md`, by `project:target`. */
export async function readPlan(targets: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const { HashPlanInspector } = require('nx/src/hasher/hash-plan-inspector') as {
    HashPlanInspector: new (graph: unknown) => PlanInspector
  }
  const { createProjectGraphAsync } = require('nx/src/project-graph/project-graph') as {
    createProjectGraphAsync(options: { exitOnError: boolean }): Promise<{ nodes: Record<string, unknown> }>
  }
  const graph = await createProjectGraphAsync({ exitOnError: false })
  const inspector = new HashPlanInspector(graph)
  await inspector.init()
  return inspector.inspectHashPlan(Object.keys(graph.nodes), targets)
}
