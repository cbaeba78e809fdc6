import type { VNode } from "preact";
import { Button } from "../ui/button.tsx";
import type { Language } from "../../core/values/language.ts";
import { ticketMessages } from "./ticket.messages.ts";

/**
 * The version that the reader of a page has seen, for a form that answers. It stands outside the form: a refreshed page
 * updates it, while the form stays as its writer left it.
 */
export function ReadSoFar({ form, version }: { readonly form: string; readonly version: number }): VNode {
  return <input type="hidden" name="seen" value={String(version)} id={`${form}-seen`} form={form} />;
}

/** Hidden until a message comes in while somebody writes; the client then shows it. */
export function NewsBar({ language }: { readonly language: Language }): VNode {
  const words = ticketMessages(language).news;
  return (
    <div class="news" role="status" data-news hidden>
      <p>{words.cameIn}</p>
      <Button type="button" size="small">
        {words.show}
      </Button>
    </div>
  );
}
