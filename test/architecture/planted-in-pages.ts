import type { Planted } from "./rule.ts";

/** Violations of the rules about pages, their words and their styles. */
export const plantedInPages: readonly Planted[] = [
  {
    rule: "no style attribute",
    what: "a style in a page",
    sources: {
      "server/ui/a.tsx": 'export const A = () => <p style="color:red" />;',
      "server/ui/b.tsx": 'export const B = () => <p class="style" />;',
    },
    violations: ["server/ui/a.tsx"],
  },
  {
    rule: "HTML as text enters a page in one place",
    what: "a second place",
    sources: {
      "server/tickets/desk.tsx": "export const A = () => <p dangerouslySetInnerHTML={{ __html: x }} />;",
      "server/ui/prose.tsx": "export const A = () => <p dangerouslySetInnerHTML={{ __html: x }} />;",
    },
    violations: ["server/tickets/desk.tsx"],
  },
  {
    rule: "words on a page come from messages",
    what: "a word between tags",
    sources: {
      "server/ui/a.tsx": "export const A = () => <p>Hello {name}</p>;",
      "server/ui/b.tsx": "export const B = () => <p>{words.hello} · 1 x</p>;",
    },
    violations: ["server/ui/a.tsx"],
  },
  {
    rule: "every message is used",
    what: "a text that nothing shows",
    sources: {
      "server/ui/a.messages.ts": 'export const m = defineMessages({ nl: { used: "ja", lost: "nee" }, en: {} });',
      "server/ui/b.ts": "export const b = m.used;",
    },
    violations: ["server/ui/a.messages.ts"],
  },
  {
    rule: "amounts, dates and lists are written in one place",
    what: "a second formatter of numbers, a date that writes itself",
    sources: {
      "server/documents/a.ts":
        'export const euro = new Intl.NumberFormat("nl", { style: "currency", currency: "EUR" });',
      "server/mail/b.ts": 'export const day = (date) => date.toLocaleString("nl");',
      "core/values/format.ts": 'export const whole = new Intl.NumberFormat("nl");',
      "server/ui/c.ts": 'export const letters = new Intl.Segmenter("nl");',
    },
    violations: ["server/documents/a.ts", "server/mail/b.ts"],
  },
  {
    rule: "class names are written in full",
    what: "a class name put together from a tone, taken from a prop, or given by a function that puts it together",
    sources: {
      "server/ui/a.tsx": "export const A = ({ tone }) => <p class={`state state-${tone}`} />;",
      "server/ui/b.tsx": "export const B = (props) => <p class={props.look} />;",
      "server/ui/c.tsx":
        'function look(a) { return ["btn", a].join(" "); } export const C = () => <p class={look(1)} />;',
      "client/d.ts": 'export const d = (name) => { element.className = "state-" + name; };',
      "server/ui/e.tsx": 'export const looks = { done: "state-done", open: undefined } as const;',
      "server/ui/f.tsx":
        'import { looks } from "./e.tsx"; const F = (props) => <p class={classNames("state", looks[props.tone], props.a && "small", props.class)} />;',
    },
    violations: ["server/ui/a.tsx", "server/ui/b.tsx", "server/ui/c.tsx", "client/d.ts"],
  },
  {
    rule: "every class of a page has a rule in the styles, and every rule a page",
    what: "a class without a rule, on a page or given by a script, in a table or by a function; a rule without a class",
    sources: {
      "server/ui/a.tsx": 'export const A = () => <p class="state lost" />;',
      "server/ui/b.tsx":
        'const looks = { a: "state", b: "lost" }; export const B = (props) => <p class={looks[props.a]} />;',
      "server/ui/c.tsx":
        'function look(a) { if (a) return "state"; return "lost"; } export const C = () => <p class={look(1)} />;',
      "client/d.ts": 'element.className = "state"; element.classList.add("lost");',
      "server/ui/e.tsx": 'export const E = (props) => <p class={props.a ? "state" : undefined} />;',
      "client/styles/a.css": "@layer a { .state:not([x]) > b { margin: 0.5rem; } .old.state, p { color: red; } }",
      "client/styles/b.css": "/* .older { } */ @media print { .state { margin: .5rem; } }",
    },
    violations: ["server/ui/a.tsx", "server/ui/b.tsx", "server/ui/c.tsx", "client/d.ts", "client/styles/a.css"],
  },
];
