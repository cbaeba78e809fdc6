import type { ComponentChildren, VNode } from "preact";
import type { View } from "../http/route.ts";
import { PlainLayout } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { frameOf } from "./frame.tsx";

interface PlainPageProps {
  readonly view: View;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of pages outside both faces: signing in, choosing an organisation, the demo's own pages. */
export function PlainPage({ view, title, wide, children }: PlainPageProps): VNode {
  return (
    <PlainLayout {...frameOf(view, title)} wide={wide}>
      {view.toast !== null && <Notice tone="done">{view.toast}</Notice>}
      {children}
    </PlainLayout>
  );
}
