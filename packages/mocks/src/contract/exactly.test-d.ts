import { exactly } from './exactly.ts'

interface Product {
  readonly id: string
  readonly name?: string | null
}

interface Answer {
  readonly status: 200
  readonly body: {
    readonly count: number
    readonly product?: Product | null
    readonly items?: readonly Product[] | null
    readonly data?: readonly unknown[]
    readonly texts?: Readonly<Record<string, string>>
    readonly either?: { readonly a: string } | { readonly b: string }
  }
  readonly headers?: { readonly Location?: string; readonly [name: string]: unknown }
}

const answer = exactly<Answer>()
declare const maybe: boolean
declare const other: string
const full = { id: '1', name: 'A', extra: true }

answer({ status: 200, body: { count: 1, product: null, items: [], ...(maybe && { product: { id: other } }) } })
answer({ status: 200, body: { count: 1, data: [{ anything: 1 }], texts: { anything: 'at all' } } })
answer({ status: 200, body: { count: 1, either: maybe ? { a: '' } : { b: '' } }, headers: { Location: other } })

// @ts-expect-error the count is required
answer({ status: 200, body: { product: null } })

// @ts-expect-error an unlisted property
answer({ status: 200, body: { count: 1, total: 1 } })

// @ts-expect-error an unlisted property that is spread in
answer({ status: 200, body: { count: 1, ...(maybe && { total: 1 }) } })

// @ts-expect-error an unlisted property of an object created elsewhere
answer({ status: 200, body: { count: 1, product: full } })

// @ts-expect-error an unlisted property inside a list
answer({ status: 200, body: { count: 1, items: [full] } })

const product = exactly<Product>()
// @ts-expect-error an unlisted property inside a mapped list
answer({ status: 200, body: { count: 1, items: ['1'].map((id) => product({ id, extra: true })) } })

// @ts-expect-error a property that only the index signature allows
answer({ status: 200, body: { count: 1 }, headers: { Place: other } })

// @ts-expect-error a property that no alternative lists
answer({ status: 200, body: { count: 1, either: { a: '', c: '' } } })
