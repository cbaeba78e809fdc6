import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Feed } from "../../ui/feed.tsx";
import { Section } from "../../ui/section.tsx";
import type { StillToDo } from "./list-still-to-do.ts";
import { stillToDoMessages } from "./still-to-do.messages.ts";

/** The list on an administrator's board, with a link each. It goes once all is done. */
export function StillToDoList({ items, view }: { items: readonly StillToDo[]; view: View }): VNode | null {
  if (items.length === 0) return null;
  const words = stillToDoMessages(view.language);
  return (
    <Section title={words.title}>
      <Feed
        items={items.map((item) => {
          switch (item.kind) {
            case "provider":
              return {
                key: item.kind,
                what: words.provider,
                about: words.whyProvider,
                at: null,
                href: paths.desk.provider,
              };
            case "terms": {
              const href = paths.desk.newTermsOf(item.year);
              return { key: `terms-${item.year}`, what: words.terms(item.year), about: words.whyTerms, at: null, href };
            }
            case "mail":
              return { key: item.kind, what: words.mail, about: words.whyMail, at: null };
            case "colleagues":
              return {
                key: item.kind,
                what: words.colleagues,
                about: words.whyColleagues,
                at: null,
                href: paths.desk.staff,
              };
            case "customers": {
              const href = paths.desk.newOrganisation;
              return { key: item.kind, what: words.customers, about: words.whyCustomers, at: null, href };
            }
          }
        })}
      />
    </Section>
  );
}
