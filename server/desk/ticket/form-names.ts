/** Every form of a ticket's page. */
export type FormName =
  | "reply"
  | "note"
  | "resolve"
  | "time"
  | "void"
  | "ask"
  | "outside"
  | "step"
  | "waiting"
  | "merge"
  | "visit"
  | "expense"
  | "void-on-site"
  | "correct"
  | "withdraw-correction"
  | "waive"
  | "deliver";
