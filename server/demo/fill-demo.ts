import { inTransaction } from "../db/transaction.ts";
import { setProvider } from "../invoices/set-provider.ts";
import type { Services } from "../services.ts";
import { makePlan } from "./history/make-plan.ts";
import { createRegistry, hireStaff } from "./history/people.ts";
import { playPlan } from "./history/play.ts";

const provider = {
  name: "Kwartier Demo B.V.",
  addressLines: ["Kwartierstraat 15", "1500 KW Voorbeelddam"],
  chamberOfCommerce: "00000000",
  vatNumber: "NL000000000B01",
  iban: "NL00 DEMO 0000 0000 00",
  mail: "facturen@kwartier.example",
};

/** Fills a new demo with months of believable history up to now, by the product's own actions under a moved clock. */
export async function fillDemo({ databases, now }: Pick<Services, "databases" | "now">): Promise<void> {
  const plan = makePlan(now());
  const registry = createRegistry();
  const beginning = plan.steps[0]?.at ?? now();
  await inTransaction(databases, { kind: "system" }, async (tx) => {
    await setProvider(tx, provider);
    await hireStaff({ tx, actor: { kind: "system" }, now: () => beginning, reacts: false }, registry);
  });
  await playPlan(databases, registry, plan);
}
