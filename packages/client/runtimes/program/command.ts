// Starts the program on the command line: in Node, Bun and Deno.
import process from 'node:process'
import { runChecks, toText } from './program.ts'

const { bun, deno } = process.versions
const runtime = bun ? `Bun ${bun}` : deno ? `Deno ${deno}` : `Node ${process.version}`
console.log(toText(runtime, await runChecks(process.argv[2] ?? '')))
