import { describe, expect, it } from "vitest";
import type { PersonId } from "../values/ids.ts";
import { informedOf } from "./informed.ts";

const person = (id: string) => ({ id: id as PersonId, name: id });
const [anna, bram] = [person("anna"), person("bram")];

describe("who is told of a change of a ticket (P3)", () => {
  it("is every contact with a seat, also the one who made the change", () => {
    expect(informedOf({ isVisible: true }, [anna, bram])).toEqual([anna, bram]);
  });

  it("is each of them once", () => {
    expect(informedOf({ isVisible: true }, [anna, bram, person("anna")])).toEqual([anna, bram]);
  });

  it("is nobody when the change is hidden from contacts, or when no seat is taken", () => {
    expect(informedOf({ isVisible: false }, [anna, bram])).toEqual([]);
    expect(informedOf({ isVisible: true }, [])).toEqual([]);
  });
});
