import type { ComponentChildren, VNode } from "preact";
import type { View } from "../http/route.ts";
import { PortalLayout } from "../ui/layout.tsx";
import { frameOf } from "./frame.tsx";
import { faceMessages } from "./faces.messages.ts";
import { paths } from "./paths.ts";
import { personOf, placeOf } from "./person.ts";

interface PortalPageProps {
  readonly view: View;
  readonly title: string;
  /** The id of the form on this page. Choosing another language keeps its content. */
  readonly draftForm?: string | undefined;
  readonly children: ComponentChildren;
}

/** The frame around every page of the portal. */
export function PortalPage({ view, title, draftForm, children }: PortalPageProps): VNode {
  const words = faceMessages(view.language);
  const links = [
    { href: paths.portal.tickets, label: words.tickets },
    { href: paths.portal.invoices, label: words.invoices },
    { href: paths.portal.contract, label: words.contract },
  ];
  return (
    <PortalLayout
      {...frameOf(view, title)}
      toast={view.toast === null ? undefined : { text: view.toast }}
      person={personOf(view)}
      place={placeOf(view)}
      home={paths.portal.home}
      navigation={links.map((link) => ({ ...link, current: view.path.startsWith(link.href) }))}
      draftForm={draftForm}
      live="/events"
    >
      {children}
    </PortalLayout>
  );
}
