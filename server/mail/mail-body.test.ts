import { describe, expect, it } from "vitest";
import { mailBody } from "./mail-body.ts";
import type { OutgoingMail } from "./outgoing-mail.ts";

const written = (quoted: string): OutgoingMail => ({
  to: { address: "sanne@bakkerij.example" },
  language: "nl",
  subject: "K26-00042 Map",
  paragraphs: ["Joris schreef:", { quoted }],
  messageId: "<ticket-42.event-7@support.voorbeeld.example>",
});
const bodyOf = (quoted: string) => mailBody(written(quoted), "https://support.voorbeeld.example/");

describe("somebody's own words in a mail", () => {
  const pasted = String.raw`net use Z: \\srv01\data$ en KANTOOR\_svc, __init__`;

  it("stand as they were typed, in both of its forms", () => {
    const { text, html } = bodyOf(`${pasted}\n---\nJoris`);
    expect(text).toBe(`Joris schreef:\n\n> ${pasted}\n> ---\n> Joris\n`);
    expect(html).toContain(`<p>Joris schreef:</p>\n<blockquote><p>${pasted}<br>---<br>Joris</p></blockquote>`);
  });

  it("read as they do on the page, and a link with words says where it leads", () => {
    const { html } = bodyOf("Zie [de uitleg](https://example.com/x).\n\n1. `a`\n3. <b>");
    expect(html).toContain(">de uitleg</a> (https://example.com/x).");
    expect(html).toContain('<ol><li><code>a</code></li><li value="3">&lt;b&gt;</li></ol>');
  });
});
