import type { VNode } from "preact";
import type { View } from "../http/route.ts";
import { formatDateTime } from "../../core/calendar/format-time.ts";
import { faceMessages } from "./faces.messages.ts";
import { paths } from "./paths.ts";

/** Says that this is a demo, and shows its mail and its time. */
export function DemoBar({ view }: { view: View }): VNode {
  const words = faceMessages(view.language);
  return (
    <>
      <span>{words.demo(formatDateTime(view.now, view.language))}</span>
      <a href={paths.signIn}>{words.demoPersonas}</a>
      <a href={paths.demo.mailbox}>{words.demoMail}</a>
      <a href={paths.demo.clock}>{words.demoClock}</a>
    </>
  );
}
