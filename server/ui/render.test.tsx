import type { VNode } from "preact";
import { describe, expect, it } from "vitest";
import { assetsFrom } from "./assets.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { initialsOf } from "./avatar.tsx";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileField } from "./file-field.tsx";
import { Form } from "./form.tsx";
import { DeskLayout, PortalLayout, type SignedInFrame } from "./layout.tsx";
import { Message } from "./message.tsx";
import { Meter } from "./meter.tsx";
import { Money } from "./money.tsx";
import { Prose } from "./prose.tsx";
import { renderPage } from "./render.ts";
import { Table } from "./table.tsx";
import { TextArea, TextField } from "./text-field.tsx";

const evil = `"><script>alert(1)</script>`;

const frame: SignedInFrame = {
  language: "nl",
  title: evil,
  nonce: "n0nce",
  assets: { script: "/assets/main.js", style: "/assets/main.css" },
  theme: "system",
  currentPath: `/portal?${evil}`,
  owner: evil,
  now: Temporal.Instant.from("2026-11-23T10:12:00Z"),
  person: { name: evil, roleLine: evil },
  navigation: [{ href: "/portal", label: evil, count: 2, current: true }],
  home: "/portal",
  search: { action: "/search", value: evil },
  live: "/events",
  toast: { text: evil },
};

function pageOf(content: VNode): string {
  return renderPage(<PortalLayout {...frame}>{content}</PortalLayout>);
}

const everything = (
  <Form action="/x" id="f" draft idempotencyKey={evil} version={3} files>
    <h1>{evil}</h1>
    <ErrorSummary errors={[{ field: "subject", text: evil }]} />
    <TextField name="subject" label={evil} value={evil} error={evil} hint={evil} />
    <TextArea name="text" label="Tekst" value={`</textarea>${evil}`} />
    <FileField name="files" label="Bijlagen" limitMegabytes={25} />
    <Message
      author={evil}
      at={evil}
      attachments={<AttachmentList files={[{ name: evil, href: "/a", sizeBytes: 1 }]} />}
    >
      <Prose text={evil} markup="as-typed" />
    </Message>
    <Table caption={evil} rows={[evil]} rowKey={(row) => row} columns={[{ label: evil, cell: (row) => row }]} />
    <Meter label={evil} value={1} max={3} text={evil} />
    <Button>{evil}</Button>
  </Form>
);

describe("a page", () => {
  const html = pageOf(everything);

  it("escapes whatever a person typed, wherever it stands", () => {
    expect(html).not.toContain("<script>alert");
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it("has no inline style, script or handler", () => {
    expect(html).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/);
    expect(html).not.toContain("<style");
  });

  it("has one h1, its language, landmarks and a skip link to the content", () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('href="#content"');
    expect(html).toContain('<main id="content"');
    expect(html).toContain("<nav");
  });

  it("tells Turbo how to refresh, the nonce of its style and where changes are announced", () => {
    expect(html).toContain('<meta name="turbo-refresh-method" content="morph"/>');
    expect(html).toContain('<meta name="csp-nonce" content="n0nce"/>');
    expect(html).toContain('<meta name="kw-live" content="/events"/>');
  });

  it("ties a field to its label, hint and error, and keeps what was typed", () => {
    expect(html).toContain('for="field-subject"');
    expect(html).toMatch(
      /<input id="field-subject"[^>]*aria-invalid="true"[^>]*aria-describedby="field-subject-hint field-subject-error"/,
    );
    expect(html).toContain('value="&quot;><script>alert(1)&lt;/script>"'.replaceAll("<script", "&lt;script"));
    expect(html).toContain('href="#field-subject"');
  });

  it("carries the idempotency key and version of its form", () => {
    expect(html).toContain('name="idempotencyKey"');
    expect(html).toContain('<input type="hidden" name="version" value="3"/>');
  });
});

describe("the building blocks", () => {
  it("speak the language of the page they stand on", () => {
    const english = renderPage(
      <DeskLayout {...frame} language="en" theme="dark">
        <Money cents={125_000n} />
      </DeskLayout>,
    );
    expect(english).toContain("€1,250.00");
    expect(english).toContain("Sign out");
    expect(english).toContain('<html lang="en" class="desk" data-theme="kwartier-dark">');
    expect(pageOf(<Money cents={125_000n} />)).toContain("€\u00a01.250,00");
  });

  it("draw a meter without a style attribute, never beyond its end", () => {
    expect(pageOf(<Meter label="Besteed" value={140} max={135} text="2:20 van 2:15" />)).toContain(
      'class="meter-fill" width="100.0"',
    );
    expect(pageOf(<Meter label="Niets" value={0} max={0} text="0 van 0" />)).toContain('width="0.0"');
  });

  it("know people by their initials", () => {
    expect(initialsOf("Sanne de Boer")).toBe("SB");
    expect(initialsOf("Prince")).toBe("P");
    expect(initialsOf("")).toBe("?");
  });

  it("refuse a build that is not whole", () => {
    expect(() => assetsFrom("{}")).toThrow("build again");
  });
});
