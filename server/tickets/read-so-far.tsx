import type { VNode } from "preact";
import { Button } from "../ui/button.tsx";
import type { Language } from "../ui/language.ts";
import { ticketMessages } from "./ticket.messages.ts";

/**
 * Up to where the reader of a page has read, for a form that answers. It stands outside of the form, so that a page
 * that is fetched again says it anew while the form is left to who writes in it.
 */
export function ReadSoFar({ form, version }: { readonly form: string; readonly version: number }): VNode {
  return <input type="hidden" name="seen" value={String(version)} id={`${form}-seen`} form={form} />;
}

/** Waits on the page until a message comes in while somebody writes; the client shows it. */
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
