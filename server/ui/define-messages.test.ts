import { describe, expect, it } from "vitest";
import { defineMessages } from "./define-messages.ts";

describe("messages", () => {
  const words = defineMessages({
    nl: { greeting: (name: string) => `Hoi ${name}`, form: { send: "Stuur" } },
    en: { greeting: (name) => `Hi ${name}`, form: { send: "Send" } },
  });

  it("are picked by language", () => {
    expect(words("nl").form.send).toBe("Stuur");
    expect(words("en").greeting("Joris")).toBe("Hi Joris");
  });

  it("compile only when both languages have the same keys and parameters", () => {
    // @ts-expect-error: the English words lack "stop"
    defineMessages({ nl: { go: "Start", stop: "Stop" }, en: { go: "Start" } });
    // @ts-expect-error: the English words have one too many
    defineMessages({ nl: { go: "Start" }, en: { go: "Start", stop: "Stop" } });
    // @ts-expect-error: the parameter is of another type
    defineMessages({ nl: { left: (minutes: number) => `${minutes}` }, en: { left: (minutes: string) => minutes } });
    // @ts-expect-error: a phrase with values cannot become one without a function
    defineMessages({ nl: { left: (minutes: number) => `${minutes}` }, en: { left: "some" } });
    expect(words("nl").greeting("Sanne")).toBe("Hoi Sanne");
  });
});
