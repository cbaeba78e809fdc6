import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { roomOfAll } from "../../../core/tickets/capacity.ts";
import { atOnce } from "../../db/at-once.ts";
import { readPageKey } from "../../db/page-key.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page } from "../../http/answer.ts";
import { pageKey } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { countQueues, listQueue, type Queue, queues } from "../../tickets/board.ts";
import { findLatePickups } from "../../tickets/late-pickups.ts";
import { hasGivenUp } from "../../jobs/given-up.ts";
import { isMailStuck } from "../../notifications/list-mails.ts";
import type { Services } from "../../services.ts";
import { weekLoad, type WeekLoad } from "../../time/week-load.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDuration } from "../../../core/values/format.ts";
import type { Language } from "../../../core/values/language.ts";
import { Icon } from "../../ui/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { boardMessages } from "./board.messages.ts";
import { givenUpMessages } from "../mails/given-up.messages.ts";
import { outboxMessages } from "../../notifications/outbox.messages.ts";
import { listStillToDo } from "./list-still-to-do.ts";
import { StillToDoList } from "./still-to-do.tsx";
import { TicketTable } from "./ticket-table.tsx";

const input = z.strictObject({ queue: z.enum(queues).default("new"), after: pageKey });

/** The work board: queues of tickets, and everybody's room (B2). */
export function boardRoutes({ systemNow, mailer }: Pick<Services, "systemNow" | "mailer">): readonly Route[] {
  const handle = async (request: Request): Promise<Answer> => showBoard(request, { mailer, systemNow: systemNow() });
  return [
    route({
      method: "GET",
      path: paths.desk.board,
      access: staff,
      permission: "board.read",
      params: noParams,
      input,
      handle,
    }),
  ];
}

type Request = RouteRequest<Staff, unknown, z.output<typeof input>>;

interface Besides {
  readonly mailer: { readonly isSet: boolean };
  readonly systemNow: Temporal.Instant;
}

async function showBoard(request: Request, { mailer, systemNow }: Besides): Promise<Answer> {
  const { work, actor, view } = request;
  const { queue, after } = request.input;
  const words = boardMessages(view.language);
  const { counts, listed, load, isStuck, isGivenUp, stillToDo } = await atOnce({
    counts: countQueues(work.tx, actor.personId),
    listed: listWithLate(request),
    load: weekLoad(work.tx, view.now),
    isStuck: isMailStuck(work.tx, systemNow),
    isGivenUp: hasGivenUp(work.tx),
    stillToDo: actor.kind === "administrator" ? listStillToDo(work, mailer) : [],
  });
  const { tickets, next, late } = listed;
  return page(
    <DeskPage view={view} title={words.title}>
      <PageHead title={words.title} />
      <StillToDoList items={stillToDo} view={view} />
      {isStuck && <Stuck words={outboxMessages(view.language).stuck} language={view.language} />}
      {isGivenUp && <Stuck words={givenUpMessages(view.language).stuck} language={view.language} />}
      <Tabs
        label={words.queuesLabel}
        tabs={queues.map((name) => ({
          href: queuePath(name),
          label: words.queues[name],
          count: name === "closed" ? undefined : counts[name],
          current: name === queue,
        }))}
      />
      <TicketTable
        tickets={tickets}
        late={late}
        view={view}
        caption={words.queues[queue]}
        kind={queue === "closed" ? "closed" : "open"}
        without={queue === "new" || queue === "mine" ? ["assignee"] : []}
        empty={<EmptyState title={words.empty[queue]}>{words.emptyHint}</EmptyState>}
      />
      <Pager
        previous={after === undefined ? undefined : queuePath(queue)}
        next={next === null ? undefined : queuePath(queue, next)}
      />
      <Room load={load} language={view.language} />
    </DeskPage>,
  );
}

async function listWithLate({ work, actor, input, view }: Request) {
  const asked = { queue: input.queue, personId: actor.personId };
  const { tickets, next } = await listQueue(work.tx, asked, readPageKey(input.after));
  return { tickets, next, late: await findLatePickups(work.tx, tickets, view.now) };
}

/** A quiet but visible notice: a mail did not arrive, or a job was given up. */
function Stuck({ words, language }: { words: string; language: Language }): VNode {
  return (
    <p class="board-mail">
      <Icon name="waiting" />
      {words}
      <a class="link" href={paths.desk.mails}>
        {outboxMessages(language).look}
      </a>
    </p>
  );
}

function queuePath(queue: Queue, after?: string): string {
  const query = new URLSearchParams({
    ...(queue !== "new" && { queue }),
    ...(after !== undefined && { after }),
  }).toString();
  return query === "" ? paths.desk.board : `${paths.desk.board}?${query}`;
}

function Room({ load, language }: { load: readonly WeekLoad[]; language: Language }): VNode | null {
  const words = boardMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  if (load.length === 0) return null;
  return (
    <section class="room" aria-label={words.room}>
      <h2 class="room-title">
        {words.room} · {words.roomLeft(time(roomOfAll(load)))} ·{" "}
        <a class="link" href={paths.desk.holidays}>
          {words.daysOff}
        </a>
        {" · "}
        <a class="link" href={paths.desk.mails}>
          {outboxMessages(language).title}
        </a>
      </h2>
      <ul class="room-list">
        {load.map((person) => (
          <li key={person.id}>
            <Meter
              label={person.name}
              value={person.loggedMinutes}
              max={person.capacityMinutes}
              text={words.roomOf(time(person.loggedMinutes), time(person.capacityMinutes))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
