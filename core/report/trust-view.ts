/** What the pack says about its own numbers. */
export interface TrustView {
  readonly status: 'OK' | 'Watch' | 'Fix' | 'Unknown'
  /** One sentence for the cover. */
  readonly sentence: string
}
