import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

interface UnsentRow {
  number: string;
  waiting: number;
  refused: number;
  problem: string | null;
  answer: string | null;
}

/**
 * Names each invoice of an organisation that no receiver's mail server accepted. Its figures are right, but nobody has
 * it. Leaves out invoices whose mail is still under way, and those whose mail a person stopped with a recorded reason.
 * Answers how many. (M3, R45)
 */
export async function nameUnsent(
  tx: Transaction,
  organisationId: OrganisationId,
  notice: (text: string) => void,
): Promise<number> {
  const { rows } = await sql<UnsentRow>`
    select i.number, count(*) filter (where m.state = 'waiting')::integer as waiting,
      count(*) filter (where m.state = 'refused')::integer as refused,
      (array_agg(m.problem order by m.tried_at desc nulls last))[1] as problem,
      (array_agg(m.answer order by m.tried_at desc nulls last))[1] as answer
    from invoices i
    left join events e on e.organisation_id = i.organisation_id and e.subject = i.id::text
      and e.kind in ('invoice-issued', 'invoice-credited')
    left join outgoing_mails m on m.organisation_id = e.organisation_id and m.about_id = e.id
    where i.organisation_id = ${organisationId}
      and not exists (select from invoice_sendings s where s.organisation_id = i.organisation_id and s.invoice_id = i.id)
    group by i.id, i.number
    having count(m.id) = 0 or bool_or(m.state = 'refused' or (m.state = 'waiting' and m.problem is not null))
    order by i.number`.execute(tx);
  for (const row of rows) notice(`${row.number}: not sent: ${whyOf(row)}`);
  return rows.length;
}

function whyOf({ waiting, refused, problem, answer }: UnsentRow): string {
  if (waiting + refused === 0) return "no mail was made for it";
  const said = answer ?? problem ?? "no answer";
  return waiting > 0 ? `its mail waits (${said})` : `its mail was refused (${said})`;
}
