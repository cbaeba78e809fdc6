/** A part of a text: lines that belong together, code, or a list. */
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
  /** The typed number. It is shown as it is. */
  readonly number: number | null;
  readonly blocks: Block[];
}
