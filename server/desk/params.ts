import { uuid } from "../http/fields.ts";

type Params = Readonly<Record<string, string>>;

export function referenceOf(params: Params): string {
  return params["reference"] ?? "";
}

/** An id from the address; null for what is none, which is not found. */
export function idOf(params: Params): string | null {
  const id = uuid.safeParse(params["id"]);
  return id.success ? id.data : null;
}
