import { fileURLToPath } from 'node:url'
import { defaultServerConditions } from 'vite'
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'

/** Packages resolve to their TypeScript sources in tests, so a test never sees a stale build. */
export const sourceCondition = '@partner-upgrades/source'

/**
 * The configuration of a package with test files that must not share modules with others: each of them runs alone.
 *
 * @param alone patterns of these files
 */
export function nodeProjects(alone: readonly string[]): ViteUserConfig {
  return nodeProject({
    // A project's `include` is added to this one.
    include: [],
    projects: [
      nodeProject({ name: 'together', exclude: [...configDefaults.exclude, ...alone] }),
      nodeProject({ name: 'alone', include: [...alone], isolate: true }),
    ],
  })
}

/** The vitest configuration every package shares: Node, sources, a JSON report that nx caches. */
export function nodeProject(overrides: ViteUserConfig['test'] = {}): ViteUserConfig {
  // nx sets FORCE_COLOR, and CI may set NO_COLOR: a program that gets both warns on stderr, where tests expect nothing.
  delete process.env.NO_COLOR
  return defineConfig({
    ssr: { resolve: { conditions: [sourceCondition, ...defaultServerConditions] } },
    test: {
      include: ['src/**/*.test.ts'],
      // A test that asserts nothing, and a focused one that hides the others, fail.
      // A polled condition may take as long as any test on a slow machine.
      expect: { requireAssertions: true, poll: { timeout: 30_000 } },
      allowOnly: false,
      // The location of a test distinguishes its cases from other tests.
      includeTaskLocation: true,
      // No test affects another, so every module is loaded once instead of once per file, which halves the time.
      isolate: false,
      // A shared machine can be slow for a while; a test that hangs is still reported.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      // Programs that tests start are compiled once.
      env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)) },
      reporters: ['default', ['json', { outputFile: 'reports/test.json' }]],
      ...overrides,
    },
  })
}
