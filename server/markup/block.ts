/** What a text is made of: lines that belong together, code as it stands, lists. */
export type Block =
  | { readonly kind: "lines"; readonly lines: string[] }
  | { readonly kind: "code"; readonly lines: readonly string[] }
  | ListBlock;

export interface ListBlock {
  readonly kind: "list";
  readonly isNumbered: boolean;
  readonly items: Item[];
}

export interface Item {
  /** The number that was typed, which is the one that is shown. */
  readonly number: number | null;
  readonly blocks: Block[];
}
