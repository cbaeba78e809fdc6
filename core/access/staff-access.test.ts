import { describe, expect, it } from "vitest";
import type { PersonId } from "../values/ids.ts";
import { checkTakingAccess } from "./staff-access.ts";

const [marieke, sanne, joris] = ["marieke", "sanne", "joris"] as readonly string[] as readonly PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
];

describe("taking access away", () => {
  it("is done to a colleague, as long as another administrator remains", () => {
    expect(checkTakingAccess({ by: marieke, from: sanne, administrators: [marieke] }).ok).toBe(true);
    expect(checkTakingAccess({ by: marieke, from: sanne, administrators: [marieke, sanne] }).ok).toBe(true);
    expect(checkTakingAccess({ by: null, from: joris, administrators: [sanne] }).ok).toBe(true);
  });

  it("refuses one's own as own-access, and that of the last-administrator", () => {
    expect(checkTakingAccess({ by: marieke, from: marieke, administrators: [marieke, sanne] })).toMatchObject({
      refusal: { code: "own-access" },
    });
    for (const by of [null, sanne])
      expect(checkTakingAccess({ by, from: sanne, administrators: [sanne] })).toMatchObject({
        refusal: { code: "last-administrator" },
      });
  });
});
