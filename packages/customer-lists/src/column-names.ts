import { withoutInvisible } from './invisible.ts'

/** What the columns of a list can hold. */
export type Field = 'customerId' | 'name' | 'productFamily'

/**
 * How others call these columns, without case, blanks, underscores, hyphens and brackets; the first ones are preferred.
 *
 * Partner Center's export (Microsoft ID, Company name), its PowerShell module (CustomerId, Name), its API (tenantId, companyName), its billing files
 * (CustomerName), Microsoft Graph (displayName), Entra (Directory (tenant) ID).
 */
const spellings: Readonly<Record<Field, readonly string[]>> = {
  customerId: [
    'customerid',
    'microsoftid',
    'tenantid',
    'customertenantid',
    'customermicrosoftid',
    'microsoftcustomerid',
    'customerguid',
    'tenantguid',
    'microsofttenantid',
    'aadtenantid',
    'azureadtenantid',
    'azuretenantid',
    'entratenantid',
    'entraidtenantid',
    'microsoftentratenantid',
    'directoryid',
    'directorytenantid',
  ],
  name: [
    'name',
    'companyname',
    'customername',
    'customercompanyname',
    'company',
    'organizationname',
    'organisationname',
    'organization',
    'organisation',
    'displayname',
    'customerdisplayname',
    'tenantname',
    'tenantdisplayname',
    'customer',
  ],
  productFamily: ['productfamily', 'productfamilyname'],
}

/** In Partner Center's API, `id` is the tenant. Elsewhere it may be anything, so it counts only where there is nothing better. */
const lastResort = 'id'

/** Where the columns of a list are, by index. */
export interface Columns {
  /** Columns that hold the customer ID: they have to agree. */
  readonly customerId: readonly number[]
  /** Columns that hold the product family: they have to agree. */
  readonly productFamily: readonly number[]
  /** The column with the company's name. */
  readonly name: number | undefined
  /** The columns that are not used. */
  readonly ignored: readonly number[]
}

/** Finds the columns of a list by their names; `undefined` if none of them can be the customer ID. */
export function findColumns(names: readonly string[]): Columns | undefined {
  const plain = names.map(normalise)
  const indexesOf = (known: readonly string[]): readonly number[] =>
    known.flatMap((spelling) => plain.flatMap((name, index) => (name === spelling ? [index] : [])))
  const named = indexesOf(spellings.customerId)
  const customerId = named.length > 0 ? named : indexesOf([lastResort]).slice(0, 1)
  if (customerId.length === 0) return undefined
  const productFamily = indexesOf(spellings.productFamily)
  const [name] = indexesOf(spellings.name)
  const used = new Set([...customerId, ...productFamily, name])
  return {
    customerId,
    productFamily,
    name,
    ignored: names.map((_, index) => index).filter((index) => !used.has(index)),
  }
}

function normalise(name: string): string {
  return withoutInvisible(name)
    .replace(/[_\-()[\]]/g, '')
    .toLowerCase()
}
