import { describe, expect, it } from "vitest";
import type { Language } from "../../core/values/language.ts";
import type { TicketId } from "../../core/values/ids.ts";
import { newId } from "../db/new-id.ts";
import { noticeMessages } from "./notices.messages.ts";
import { wordForContact } from "./word-for-contact.ts";

const created = {
  id: newId<TicketId>(),
  reference: "K26-00042",
  title: "Mail",
  numberInMonth: 1,
  isAdditional: false,
  outsideHoursAgreed: false,
};

const told = (language: Language, pickupAim?: { days: number; kind: "calendar" | "working" }) =>
  wordForContact(
    { kind: "ticket-created", payload: pickupAim === undefined ? created : { ...created, pickupAim } },
    {
      words: noticeMessages(language),
      language,
      by: "Anna",
      isOwn: true,
      reference: "K26-00042",
      agreedBy: null,
    },
  ).at(-1);

describe("what a contact is told of a new ticket", () => {
  it("is the aim of its terms, in days or in working days, and never a promise (B1, B3)", () => {
    expect(told("nl", { days: 3, kind: "calendar" })).toBe(
      "We streven ernaar het ticket binnen 3 dagen op te pakken. Je hoort het zodra iemand ermee begint.",
    );
    expect(told("nl", { days: 1, kind: "working" })).toContain("binnen 1 werkdag op te pakken");
    expect(told("en", { days: 2, kind: "working" })).toContain("We aim to pick it up within 2 working days.");
  });

  it("is no aim where none was kept with the ticket", () => {
    expect(told("nl")).toBe("Je hoort het zodra iemand ermee begint.");
    expect(told("en")).toBe("You will hear as soon as somebody starts on it.");
  });
});
