import { expect, it } from "vitest";
import type { PersonId } from "../values/ids.ts";
import { requireOwnWork } from "./own-work.ts";

const sanne = "7a3f0d52-5d0e-4a39-8f0b-51c2d7c1b001" as PersonId;
const joost = "7a3f0d52-5d0e-4a39-8f0b-51c2d7c1b002" as PersonId;

it("lets a consultant take back their own recorded work, and an administrator anybody's (T2)", () => {
  expect(requireOwnWork({ kind: "consultant", personId: sanne }, sanne)).toMatchObject({ ok: true });
  expect(requireOwnWork({ kind: "administrator", personId: joost }, sanne)).toMatchObject({ ok: true });
  const refused = { ok: false, refusal: { code: "not-allowed" } };
  expect(requireOwnWork({ kind: "consultant", personId: joost }, sanne)).toEqual(refused);
  expect(requireOwnWork({ kind: "system" }, sanne)).toEqual(refused);
});
