/** A line of the file with its raw cells, or a problem. */
export type ParsedLine =
  | { readonly line: number; readonly cells: readonly unknown[]; readonly problem?: never }
  | { readonly line: number; readonly problem: string }

/** A row of the list with its columns, a blank row, or a problem. */
export type ParsedRow =
  | {
      readonly line: number
      /** The names of the columns; the same array for all rows of a table. */
      readonly columns: readonly string[]
      readonly cells: readonly unknown[]
      readonly problem?: never
    }
  | { readonly line: number; readonly blank: true; readonly problem?: never }
  | { readonly line: number; readonly problem: string }
