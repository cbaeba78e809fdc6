import type { VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import { listTermsYears } from "../../contracts/list-terms-years.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { newTermsMessages } from "./new-terms.messages.ts";

/** The years with terms, and for administrators those that can be published (K5). */
export function termsYearsRoute(): Route {
  return route({
    method: "GET",
    path: paths.desk.publishedTerms,
    access: staff,
    permission: "contract.read",
    params: noParams,
    input: nothing,
    handle: showYears,
  });
}

async function showYears({ work, actor, view }: RouteRequest<Staff, unknown, unknown>): Promise<Answer> {
  const words = newTermsMessages(view.language);
  const { published, open } = await listTermsYears(work);
  const mayPublish = actor.kind === "administrator";
  return page(
    <DeskPage view={view} title={words.title}>
      <PageHead title={words.title} back={{ href: paths.desk.board, label: words.back }} lead={words.lead} />
      {published.length === 0 && <Notice tone="waiting">{words.none}</Notice>}
      {mayPublish && open.length > 0 && (
        <Section title={words.open}>
          <Years years={open} address={paths.desk.newTermsOf} wording={words.of} />
        </Section>
      )}
      {published.length > 0 && (
        <Section title={words.published}>
          <Years years={published.toReversed()} address={paths.desk.terms} wording={words.of} />
        </Section>
      )}
    </DeskPage>,
  );
}

interface YearsProps {
  readonly years: readonly number[];
  readonly address: (year: number) => string;
  readonly wording: (year: number) => string;
}

function Years({ years, address, wording }: YearsProps): VNode {
  return (
    <ul class="brief-list">
      {years.map((year) => (
        <li key={year}>
          <a href={address(year)}>{wording(year)}</a>
        </li>
      ))}
    </ul>
  );
}
