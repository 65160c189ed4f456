import { execFile } from 'node:child_process'
import { kitFile } from '../release-kit.ts'

/** Lists what knip finds: unused and undeclared dependencies, unused files and exports, one line each; empty if there are none. */
export function knipFindings(root: string): Promise<readonly string[]> {
  const args = [kitFile('knip/bin/knip.js'), '--no-progress', '--no-config-hints']
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '')
      done(error === null ? [] : lines.length > 0 ? lines : [error.message])
    })
  })
}
