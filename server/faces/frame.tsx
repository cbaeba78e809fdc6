import { formOwnerOf } from "../http/form-owner.ts";
import type { View } from "../http/route.ts";
import type { Frame } from "../ui/layout.tsx";
import { DemoBar } from "./demo-bar.tsx";

/** The facts of a request for a page's frame, on both faces. */
export function frameOf(view: View, title: string): Frame {
  return {
    title,
    language: view.language,
    nonce: view.nonce,
    assets: view.assets,
    theme: view.theme,
    hasKeys: view.hasKeys,
    currentPath: view.page,
    now: view.now,
    owner: formOwnerOf(view.identity),
    demoBar: view.isDemo ? <DemoBar view={view} /> : undefined,
  };
}
