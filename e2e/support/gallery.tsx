import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VNode } from "preact";
import { assetsFrom } from "../../server/ui/assets.ts";
import type { Language } from "../../server/ui/language.ts";
import type { SignedInFrame } from "../../server/ui/layout.tsx";
import type { Theme } from "../../server/ui/page.tsx";
import { renderPage } from "../../server/ui/render.ts";
import { DeskBoard, DeskTicket } from "./gallery-desk.tsx";
import { PortalHome, PortalNewTicket, PortalTicket, SignIn } from "./gallery-portal.tsx";

/** Renders pages made of every building block, in both themes, to be looked at. Not part of the product. */
const pages: Record<string, (frame: SignedInFrame) => VNode> = {
  "portal-home": (frame) => <PortalHome {...frame} />,
  "portal-ticket": (frame) => <PortalTicket {...frame} />,
  "portal-new": (frame) => <PortalNewTicket {...frame} />,
  "sign-in": (frame) => <SignIn {...frame} />,
  "desk-board": (frame) => <DeskBoard {...frame} />,
  "desk-ticket": (frame) => <DeskTicket {...frame} />,
};

function frameOf(theme: Theme, language: Language, assets: SignedInFrame["assets"]): SignedInFrame {
  return {
    language,
    title: "Galerij",
    nonce: "gallery",
    assets,
    theme,
    currentPath: "/portal",
    now: Temporal.Instant.from("2026-11-23T10:12:00Z"),
    person: { name: "Joris de Vries", roleLine: "Contactpersoon, Bakkerij De Vries" },
    navigation: [],
    home: "/portal",
  };
}

/** Writes the gallery below a folder that holds the built client. */
export function writeGallery(clientFolder: string): void {
  const assets = assetsFrom(readFileSync(join(clientFolder, "manifest.json"), "utf8"));
  mkdirSync(join(clientFolder, "gallery"), { recursive: true });
  for (const theme of ["light", "dark"] as const) {
    for (const [name, page] of Object.entries(pages)) {
      const language = name.startsWith("desk-ticket") ? "en" : "nl";
      const html = renderPage(page(frameOf(theme, language, assets)));
      writeFileSync(join(clientFolder, "gallery", `${name}-${theme}.html`), html);
    }
  }
}
