import { beforeAll, describe, expect, test } from 'vitest'
import { readPlan } from './nx-plan.ts'

const targets = ['lint', 'generate-check', 'typecheck', 'build', 'test']
let plan: Readonly<Record<string, readonly string[]>> = {}

beforeAll(async () => {
  plan = await readPlan(targets)
})

/** The tasks that run again when one file changes, as `project:target`. */
function tasksTouchedBy(file: string): readonly string[] {
  return Object.entries(plan)
    .filter(([, inputs]) => inputs.includes(`file:${file}`))
    .map(([task]) => task.replace('@partner-upgrades/', ''))
    .sort()
}

/** `spec: 'lint test'` → `['spec:lint', 'spec:test']`; the checks of the whole workspace run on every change. */
function tasks(byProject: Record<string, string>): readonly string[] {
  return Object.entries({ tools: 'lint test', ...byProject })
    .flatMap(([project, names]) => names.split(' ').map((name) => `${project}:${name}`))
    .sort()
}

const everything = {
  spec: 'lint generate-check typecheck build test',
  compiler: 'typecheck test',
  client: 'typecheck build test',
  mocks: 'typecheck build test',
  'spec-diff': 'typecheck build test',
  'negative-tests': 'typecheck build test',
  'contract-tests': 'typecheck build test',
  credentials: 'typecheck build test',
  'customer-lists': 'typecheck build test',
  'store-proof': 'typecheck build test',
  bulk: 'typecheck build test',
  fleet: 'typecheck build test',
  cli: 'typecheck build test',
  proof: 'typecheck test',
  site: 'typecheck test',
  walkthrough: 'typecheck test',
  tools: 'lint typecheck test',
}

const table: readonly (readonly [file: string, expected: Record<string, string>])[] = [
  ['packages/spec/openapi.yaml', { spec: 'lint generate-check test', 'contract-tests': 'test', proof: 'test' }],
  [
    'packages/spec/paths/createProductUpgrade.yaml',
    { spec: 'lint generate-check test', 'contract-tests': 'test', proof: 'test' },
  ],
  [
    'packages/spec/components/schemas/Guid.yaml',
    { spec: 'lint generate-check test', 'contract-tests': 'test', proof: 'test' },
  ],
  [
    'packages/spec/exchanges/createProductUpgrade.en.yaml',
    { spec: 'lint generate-check test', 'contract-tests': 'test', proof: 'test' },
  ],
  ['packages/spec/.spectral.yaml', { spec: 'lint generate-check test' }],
  ['.ci/run', {}],
  [
    'packages/spec/src/generated/contract.ts',
    {
      spec: 'generate-check typecheck build test',
      client: 'typecheck build test',
      mocks: 'typecheck build test',
      'negative-tests': 'typecheck build test',
      'contract-tests': 'typecheck build test',
      credentials: 'typecheck build test',
      'customer-lists': 'typecheck build test',
      bulk: 'typecheck build test',
      fleet: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      site: 'typecheck test',
      walkthrough: 'typecheck test',
      tools: 'lint typecheck test',
    },
  ],
  [
    'packages/compiler/src/runtime/model.ts',
    {
      compiler: 'typecheck test',
      spec: 'generate-check typecheck test',
      'contract-tests': 'typecheck test',
      proof: 'typecheck',
    },
  ],
  [
    'packages/client/src/index.ts',
    {
      client: 'typecheck build test',
      'contract-tests': 'typecheck build test',
      bulk: 'typecheck build test',
      fleet: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      site: 'typecheck test',
      walkthrough: 'typecheck test',
      tools: 'lint typecheck test',
    },
  ],
  [
    'packages/mocks/src/index.ts',
    {
      mocks: 'typecheck build test',
      'contract-tests': 'typecheck build test',
      bulk: 'typecheck build test',
      fleet: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      site: 'typecheck test',
      walkthrough: 'typecheck test',
      tools: 'lint typecheck test',
    },
  ],
  ['packages/mocks/src/growth.proof.ts', { mocks: 'typecheck test' }],
  ['packages/mocks/test/projects/cases.js', { mocks: 'typecheck test' }],
  [
    'packages/credentials/src/index.ts',
    {
      credentials: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      walkthrough: 'typecheck test',
      tools: 'lint typecheck test',
    },
  ],
  ['packages/credentials/test/oidc-server.ts', { credentials: 'typecheck test' }],
  // Its recipe for Key Vault is tested.
  ['packages/credentials/README.md', { credentials: 'test' }],
  [
    'packages/bulk/src/index.ts',
    {
      bulk: 'typecheck build test',
      fleet: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      walkthrough: 'typecheck test',
      tools: 'lint typecheck test',
    },
  ],
  [
    'packages/store-proof/src/index.ts',
    {
      'store-proof': 'typecheck build test',
      bulk: 'typecheck build test',
      fleet: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      walkthrough: 'typecheck test',
    },
  ],
  ['packages/bulk/test/machine.ts', { bulk: 'typecheck test' }],
  ['packages/bulk/proof/fast-clock.ts', { bulk: 'typecheck test' }],
  [
    'packages/fleet/src/index.ts',
    {
      fleet: 'typecheck build test',
      cli: 'typecheck build test',
      proof: 'typecheck test',
      walkthrough: 'typecheck test',
    },
  ],
  ['packages/fleet/test/pglite.ts', { fleet: 'typecheck test' }],
  ['packages/cli/src/main.ts', { cli: 'typecheck build test', proof: 'typecheck test', walkthrough: 'typecheck test' }],
  ['packages/cli/scripts/build.ts', { cli: 'typecheck build test' }],
  ['packages/cli/proof/terminal.ts', { cli: 'typecheck test' }],
  ['packages/cli/bench/start-up.ts', { cli: 'typecheck test' }],
  // All commands it shows are run.
  ['packages/cli/README.md', { cli: 'test' }],
  ['packages/spec-diff/test/orders.yaml', { 'spec-diff': 'test' }],
  [
    'packages/spec-diff/src/change.ts',
    {
      'negative-tests': 'typecheck build test',
      'spec-diff': 'typecheck build test',
      'contract-tests': 'typecheck build test',
      proof: 'typecheck test',
      site: 'typecheck test',
      tools: 'lint typecheck test',
    },
  ],
  [
    'packages/contract-tests/src/matrix/cells.ts',
    { 'contract-tests': 'typecheck build test', proof: 'typecheck test' },
  ],
  ['packages/contract-tests/suite/states/situations.ts', { 'contract-tests': 'typecheck test' }],
  ['proof/sandboxes/prism/package-lock.json', { proof: 'typecheck test' }],
  ['proof/robustness/campaign.ts', { proof: 'typecheck test' }],
  ['proof/README.md', {}],
  ['site/pages/operation.ts', { site: 'typecheck test' }],
  ['site/theme/site.css', { site: 'test' }],
  ['examples/walkthrough/src/main.ts', { walkthrough: 'typecheck test' }],
  ['examples/script/upgrade.ts', {}],
  ['README.md', {}],
  ['tools/packages/lists/client.txt', {}],
  ['tsconfig.base.json', everything],
  ['package-lock.json', everything],
]

describe('a changed file reruns exactly these tasks', () => {
  test.for(table)('%s', ([file, expected]) => {
    expect(tasksTouchedBy(file)).toEqual(tasks(expected))
  })

  test('a change to a test file reruns no other package', () => {
    const testFiles = new Set(
      Object.values(plan)
        .flat()
        .filter((input) => /^file:packages\/client\/.*\.test\.ts$/.test(input)),
    )
    expect(testFiles.size).toBeGreaterThan(0)
    for (const file of testFiles) {
      expect(tasksTouchedBy(file.slice('file:'.length))).toEqual(tasks({ client: 'typecheck test' }))
    }
  })
})
