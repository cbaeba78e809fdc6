import { formatList } from "../../core/values/format.ts";
import type { VNode } from "preact";
import { faceMessages } from "../faces/faces.messages.ts";
import { paths } from "../faces/paths.ts";
import type { View } from "../http/route.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Form } from "../ui/form.tsx";
import { Icon } from "../ui/icon.tsx";
import type { Persona } from "./persona.ts";
import { signInMessages } from "./sign-in.messages.ts";

interface PersonaCardsProps {
  readonly view: View;
  readonly personas: readonly Persona[];
  readonly next: string | undefined;
}

/** The demo's people, customers beside the provider's staff. One click signs in as them. */
export function PersonaCards({ view, personas, next }: PersonaCardsProps): VNode {
  const words = signInMessages(view.language);
  const isCustomer = (persona: Persona) => persona.places.length > 0;
  const groups = [
    { title: words.atCustomer, people: personas.filter(isCustomer) },
    { title: words.atProvider, people: personas.filter((persona) => !isCustomer(persona)) },
  ];
  return (
    <div class="personas">
      {groups.map((group) => (
        <section key={group.title} class="persona-group">
          <h2>{group.title}</h2>
          {group.people.map((persona) => (
            <PersonaCard key={persona.mailAddress} persona={persona} view={view} next={next} />
          ))}
        </section>
      ))}
    </div>
  );
}

function PersonaCard({ persona, view, next }: { persona: Persona; view: View; next: string | undefined }): VNode {
  const role = faceMessages(view.language).roles[persona.role];
  const places = formatList(
    persona.places.map(({ organisation }) => organisation),
    view.language,
  );
  return (
    <Form action={paths.demo.persona} layout="bare" wholePage>
      <input type="hidden" name="mailAddress" value={persona.mailAddress} />
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <button type="submit" class="persona">
        <Avatar name={persona.name} tone={persona.places.length > 0 ? "plain" : "accent"} />
        <span class="persona-words">
          <span class="persona-name">{persona.name}</span>
          <span class="persona-role">{places === "" ? role : `${role}, ${places}`}</span>
          <span class="persona-line">{persona.line[view.language]}</span>
        </span>
        <Icon name="arrow" class="persona-arrow" />
      </button>
    </Form>
  );
}
