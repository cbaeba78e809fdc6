import type { VNode } from "preact";
import type { View } from "../../http/route.ts";
import { Section } from "../../ui/section.tsx";
import { homeMessages } from "./home.messages.ts";
import type { Home } from "./load-home.ts";

/** Who the provider is, and how to reach it besides a ticket. Nothing while nobody has entered it. */
export function Provider({ home: { provider }, view }: { home: Home; view: View }): VNode | null {
  if (provider === null) return null;
  const { name, phone, mail } = provider;
  return (
    <Section title={homeMessages(view.language).provider}>
      <ul class="brief-list brief-list-wrapped">
        <li>{name}</li>
        {phone !== undefined && (
          <li>
            <a class="link" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
              {phone}
            </a>
          </li>
        )}
        <li>
          <a class="link" href={`mailto:${mail}`}>
            {mail}
          </a>
        </li>
      </ul>
    </Section>
  );
}
