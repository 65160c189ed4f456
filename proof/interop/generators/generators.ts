/** A client generator, run in a folder with `openapi.json` and the files of `clients`. */
export interface Generator {
  readonly name: string
  /** Its script in the sandbox, and the arguments. */
  readonly command: readonly [script: string, ...args: readonly string[]]
  /** Documented responses that its clients do not read correctly, by the end of their description, and why. */
  readonly exceptions: readonly { readonly answers: RegExp; readonly why: string }[]
}

/** The response of a gateway in place of the service. */
const page = / text\/html page$/

/** Popular generators for TypeScript. Their configurations and the programs that use their clients are in `clients`. */
export const generators: readonly Generator[] = [
  {
    name: 'openapi-typescript',
    command: ['openapi-typescript/bin/cli.js', 'openapi.json', '-o', 'generated/openapi-typescript/schema.ts'],
    exceptions: [],
  },
  { name: 'hey-api', command: ['@hey-api/openapi-ts/bin/run.js', '-f', 'hey-api.config.mjs'], exceptions: [] },
  {
    name: 'orval',
    command: ['orval/dist/bin/orval.mjs', '--config', 'orval.config.mjs'],
    exceptions: [
      {
        answers: page,
        why: 'It generates one schema per status, that of JSON, and from 3.1 a client that reads everything as JSON.',
      },
    ],
  },
  {
    name: 'kubb',
    command: ['@kubb/cli/bin/kubb.cjs', 'generate', '--config', 'kubb.config.mjs'],
    exceptions: [{ answers: page, why: 'It generates one schema per status, that of JSON.' }],
  },
  {
    name: 'swagger-typescript-api',
    command: [
      'swagger-typescript-api/dist/cli.mjs',
      ...['generate', '-p', 'openapi.json', '-o', 'generated/swagger-typescript-api', '-n', 'client.ts'],
    ],
    exceptions: [{ answers: page, why: 'It reads all responses of an operation in the format of its success.' }],
  },
]
