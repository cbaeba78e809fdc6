import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { findTerms } from "../../contracts/read-contracts.ts";
import { ContractRules } from "../../contracts/contract-rules.tsx";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { year } from "../../http/params.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { PageHead } from "../../ui/section.tsx";
import { organisationMessages } from "../organisations/organisations.messages.ts";

/** The text of a year's contract, as customers read it (K5). */
export function termsRoute(): Route {
  return route({
    method: "GET",
    path: paths.desk.terms(":year"),
    access: staff,
    permission: "contract.read",
    params: z.strictObject({ year }),
    input: nothing,
    handle: showTerms,
  });
}

async function showTerms({ work, view, params }: RouteRequest<Staff, { year: number }, unknown>): Promise<Answer> {
  const terms = await findTerms(work.tx, params.year);
  if (terms === null) return refused({ code: "not-found" });
  const title = contractFormMessages(view.language).contractOf(terms.year);
  return page(
    <DeskPage view={view} title={title}>
      <PageHead
        back={{ href: paths.desk.organisations, label: organisationMessages(view.language).title }}
        title={title}
      />
      <ContractRules terms={terms} language={view.language} isAddressed />
    </DeskPage>,
  );
}
