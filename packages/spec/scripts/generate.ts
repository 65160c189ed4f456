// Writes src/generated from the YAML. With --check, only says whether what is there is up to date; with --print, only prints the
// document that the YAML makes. Usage: generate.ts [--check|--print] [--without OPERATION]... [folder of openapi.yaml]
import { generate } from './generate-files.ts'

process.exitCode = await generate(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
