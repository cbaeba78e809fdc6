import type { ComponentChildren, VNode } from "preact";
import type { View } from "../http/route.ts";
import { PlainLayout } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { DemoBar } from "./demo-bar.tsx";

interface PlainPageProps {
  readonly view: View;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** The frame around pages of nobody in particular: signing in, choosing an organisation, the demo's own pages. */
export function PlainPage({ view, title, wide, children }: PlainPageProps): VNode {
  return (
    <PlainLayout
      language={view.language}
      title={title}
      nonce={view.nonce}
      assets={view.assets}
      theme={view.theme}
      currentPath={view.path}
      now={view.now}
      demoBar={view.isDemo ? <DemoBar view={view} /> : undefined}
      wide={wide}
    >
      {view.toast !== null && <Notice tone="done">{view.toast}</Notice>}
      {children}
    </PlainLayout>
  );
}
