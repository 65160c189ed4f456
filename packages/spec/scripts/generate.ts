// Generates src/generated from the YAML. With --check, only checks whether the files are up to date; with --print, only prints the bundled
// document. Usage: generate.ts [--check|--print] [--without OPERATION]... [folder of openapi.yaml]
import { generate } from './generate-files.ts'

process.exitCode = await generate(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
