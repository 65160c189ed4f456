import type { Page } from '../pages/page.ts'

export async function symbolPages(_root: string, _folder: string): Promise<readonly Page[]> {
  return []
}
