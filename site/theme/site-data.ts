/** A link in the navigation. */
export interface NavigationLink {
  /** The path without a file extension, such as `faults/900109`. */
  readonly path: string
  readonly title: string
}

/** Data that every page shows beside its own text. */
export interface SiteData {
  /** The name of the site. */
  readonly title: string
  readonly navigation: readonly { readonly title: string; readonly links: readonly NavigationLink[] }[]
  /** The hash of the contract that the site was built from. */
  readonly contractHash: string
  readonly contractVersion: string
}
