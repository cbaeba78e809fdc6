import type { ComponentChildren, VNode } from "preact";
import { useContext } from "preact/hooks";
import type { View } from "../http/route.ts";
import { DeskLayout } from "../ui/layout.tsx";
import { frameOf } from "./frame.tsx";
import { faceMessages } from "./faces.messages.ts";
import { paths } from "./paths.ts";
import { personOf } from "./person.ts";
import { TimerContext } from "./timer-context.ts";

interface DeskPageProps {
  readonly view: View;
  readonly title: string;
  /** The id of the form on this page. Choosing another language keeps its content. */
  readonly draftForm?: string | undefined;
  readonly search?: string;
  readonly children: ComponentChildren;
}

/** The frame around every page of the desk. */
export function DeskPage({ view, title, draftForm, search, children }: DeskPageProps): VNode {
  const words = faceMessages(view.language);
  const isAdministrator = view.identity?.actor?.kind === "administrator";
  const links = [
    { href: paths.desk.board, label: words.board },
    { href: paths.desk.organisations, label: words.organisations },
    { href: paths.desk.articles, label: words.articles },
    { href: paths.desk.invoices, label: words.invoices },
    ...(isAdministrator ? [{ href: paths.desk.months, label: words.monthEnd }] : []),
  ];
  return (
    <DeskLayout
      {...frameOf(view, title)}
      toast={view.toast === null ? undefined : { text: view.toast }}
      person={personOf(view)}
      home={paths.desk.board}
      navigation={links.map((link) => ({
        ...link,
        current:
          link.href === paths.desk.board
            ? view.path === link.href || view.path.startsWith("/desk?") || view.path.startsWith("/desk/tickets")
            : view.path.startsWith(link.href),
      }))}
      search={{ action: paths.desk.search, value: search }}
      timer={useContext(TimerContext)}
      draftForm={draftForm}
      live="/events"
    >
      {children}
    </DeskLayout>
  );
}
