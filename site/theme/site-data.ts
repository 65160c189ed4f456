/** A link in the navigation. */
export interface NavigationLink {
  /** Without an ending, such as `faults/900109`. */
  readonly path: string
  readonly title: string
}

/** What every page shows beside its own text. */
export interface SiteData {
  /** The name of the site. */
  readonly title: string
  readonly navigation: readonly { readonly title: string; readonly links: readonly NavigationLink[] }[]
  /** Of the contract that the site was made from. */
  readonly contractHash: string
  readonly contractVersion: string
}
