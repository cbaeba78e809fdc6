import type { VNode } from "preact";
import type { SignedInFrame } from "../../server/ui/layout.tsx";
import type { Assets } from "../../server/ui/page.tsx";
import { renderPage } from "../../server/ui/render.ts";
import { DeskBoard, DeskTicket } from "./gallery-desk.tsx";
import { PortalHome, PortalNewTicket, PortalTicket, SignIn } from "./gallery-portal.tsx";

/** Pages with every building block, to look at and try without a database. Not part of the product. */
const pages: Record<string, (frame: SignedInFrame) => VNode> = {
  "portal-home": (frame) => <PortalHome {...frame} />,
  "portal-ticket": (frame) => <PortalTicket {...frame} />,
  "portal-new": (frame) => <PortalNewTicket {...frame} />,
  "sign-in": (frame) => <SignIn {...frame} />,
  "desk-board": (frame) => <DeskBoard {...frame} />,
  "desk-ticket": (frame) => <DeskTicket {...frame} />,
};

export const galleryPages = Object.keys(pages);

export interface Shown {
  readonly name: string;
  readonly theme: "light" | "dark";
  readonly assets: Assets;
}

function frameOf(shown: Shown): SignedInFrame {
  return {
    language: shown.name === "desk-ticket" ? "en" : "nl",
    title: "Galerij",
    nonce: "gallery",
    assets: shown.assets,
    theme: shown.theme,
    currentPath: "/portal",
    owner: "gallery.",
    now: Temporal.Now.instant(),
    person: { name: "Joris de Vries", roleLine: "Contactpersoon, Bakkerij De Vries" },
    navigation: [],
    home: "/portal",
    live: "/events",
  };
}

/** One page of the gallery as HTML, or null for an unknown name. */
export function renderGallery(shown: Shown): string | null {
  const page = pages[shown.name];
  return page === undefined ? null : renderPage(page(frameOf(shown)));
}
