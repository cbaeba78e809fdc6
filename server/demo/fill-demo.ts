import { inTransaction } from "../db/transaction.ts";
import { setProvider } from "../provider/set-provider.ts";
import type { Services } from "../services.ts";
import { makePlan } from "./history/make-plan.ts";
import { changeColleagues, welcomeColleague } from "./history/colleagues.ts";
import { createRegistry, hireStaff } from "./history/people.ts";
import { playPlan } from "./history/play.ts";

const provider = {
  name: "Kwartier Demo B.V.",
  addressLines: ["Kwartierstraat 15", "1500 KW Voorbeelddam"],
  chamberOfCommerce: "00150015",
  vatNumber: "NL001500151B47",
  iban: "NL41 KWRT 0015 0015 00",
  bic: "KWRTNL2A",
  mail: "facturen@kwartier.example",
  phone: "015 000 15 00",
};

/** Fills a new demo with months of believable history up to now, by the product's own actions under a moved clock. */
export async function fillDemo({
  databases,
  now,
  systemNow,
}: Pick<Services, "databases" | "now" | "systemNow">): Promise<void> {
  const plan = makePlan(now());
  const registry = createRegistry();
  const beginning = plan.steps[0]?.at ?? now();
  await inTransaction(databases, { kind: "system" }, async (tx) => {
    const work = { tx, actor: { kind: "system" }, now: () => beginning, reacts: false } as const;
    await setProvider(work, provider);
    await hireStaff(work, registry);
  });
  await welcomeColleague({ databases, systemNow }, registry, beginning);
  await playPlan(databases, registry, plan);
  await changeColleagues({ databases, systemNow }, registry, now());
}
