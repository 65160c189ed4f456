import { withoutInvisible } from './invisible.ts'

/** The fields that a column of a list can hold. */
export type Field = 'customerId' | 'name' | 'productFamily'

/**
 * Known names of these columns, in lower case without spaces, underscores, hyphens and brackets, in order of preference.
 *
 * They come from Partner Center's export (Microsoft ID, Company name), its PowerShell module (CustomerId, Name), its API (tenantId,
 * companyName), its billing files (CustomerName), Microsoft Graph (displayName) and Entra (Directory (tenant) ID).
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

/** In Partner Center's API, `id` is the tenant ID. Elsewhere it may be anything, so it is used only if there is no better column. */
const lastResort = 'id'

/** The columns of a list, by index. */
export interface Columns {
  /** The columns with the customer ID, which must agree. */
  readonly customerId: readonly number[]
  /** The columns with the product family, which must agree. */
  readonly productFamily: readonly number[]
  /** The column with the company's name. */
  readonly name: number | undefined
  /** The columns that are not used. */
  readonly ignored: readonly number[]
}

/** Finds the columns of a list by name; returns `undefined` if there is no column for the customer ID. */
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
