import { expect, test } from 'vitest'
import { listingOf } from './listing.ts'

test('a module is one line, whatever was built from it', () => {
  const built = ['dist/a/b.d.ts', 'dist/a/b.js.map', 'dist/a/b.js', 'dist/a/b.d.ts.map', 'src/a/b.ts']
  expect(listingOf(built)).toEqual(['dist/a/b.{js,d.ts,js.map,d.ts.map}', 'src/a/b.ts'])
})

test('a module that lacks a file shows which files it has', () => {
  expect(listingOf(['dist/b.js'])).toEqual(['dist/b.js'])
  expect(listingOf(['dist/b.js', 'dist/b.js.map'])).toEqual(['dist/b.{js,js.map}'])
})

test('the hash in the name of a shared chunk does not count', () => {
  expect(listingOf(['dist/shared-MJVNUYIB.js'])).toEqual(listingOf(['dist/shared-ABCDEFGH.js']))
  expect(listingOf(['dist/other-MJVNUYIB.js'])).toEqual(['dist/other-MJVNUYIB.js'])
})
