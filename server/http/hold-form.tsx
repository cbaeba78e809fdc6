import type { VNode } from "preact";
import { cleanFileName } from "../files/names.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { type Answer, type Cookie, page, redirect } from "./answer.ts";
import { heldMessages } from "./held.messages.ts";
import { HeldPage } from "./held-page.tsx";
import { type KeptForm, keepForm, keptMinutes } from "./kept-forms.ts";
import { type OwnerMatch, splitOwner } from "./form-owner.ts";
import type { HttpServices } from "./mount.ts";
import type { Body } from "./read-input.ts";
import type { Route, View } from "./route.ts";
import { wordRefusal } from "../refusals/refusals.ts";
import { isFilledIn, writtenIn } from "./written-text.ts";

/** The address to continue with a kept form. */
export const goOnPath = "/go-on";

/** A form that is not carried out, because it was made for somebody else than the signed-in person. */
export interface HeldForm {
  readonly services: HttpServices;
  readonly route: Pick<Route, "showAgain">;
  readonly view: View;
  readonly body: Body;
  readonly owner: string | null;
  readonly match: OwnerMatch;
  /** The address it was sent to, and the page of the form. */
  readonly path: string;
  readonly page: string;
}

/**
 * The sender has no session or no organisation. Keeps the form until they sign in or choose one. Whoever has no
 * organisation left reads so, and what they typed.
 */
export async function holdUntilEntered(held: HeldForm): Promise<Answer> {
  const { view, page: before } = held;
  const words = heldMessages(view.language);
  if (view.identity?.organisationCount === 0)
    return showHeld(held, { why: words.noPlace, kept: null, way: home(view) });
  const door = view.identity === null ? "/sign-in" : "/choose-organisation";
  const to = (next: string): string => `${door}?next=${encodeURIComponent(next)}`;
  if (!isWorthKeeping(held)) return redirect(to(before));
  const cookie = await keep(held);
  if (cookie !== null)
    return redirect(to(goOnPath), {
      toast: view.identity === null ? words.keptUntilSignIn : words.keptUntilChosen,
      cookies: [cookie],
    });
  const way = (
    <LinkButton href={to(before)} variant="primary" newTab>
      {words.signIn}
    </LinkButton>
  );
  return showHeld(held, { why: words.signedOut, kept: null, way });
}

/**
 * Another person is signed in, or the same person for another organisation. Does nothing and offers both ways on (R43).
 */
export async function holdForAnother(held: HeldForm): Promise<Answer> {
  const words = heldMessages(held.view.language);
  const cookie = isWorthKeeping(held) ? await keep(held) : null;
  const told = await tellHeld(held, { next: cookie === null ? held.page : goOnPath });
  const kept = cookie === null ? null : held.match === "other-person" ? words.keptOfOther : words.kept;
  const answer = showHeld(held, { ...told, kept });
  return cookie === null ? answer : { ...answer, cookies: [cookie] };
}

/** Answers a kept form that somebody else asks for. Its content is not for them. */
export async function offerKept(
  services: HttpServices,
  view: View,
  kept: KeptForm,
  match: OwnerMatch,
): Promise<Answer> {
  const words = heldMessages(view.language);
  const told = await tellHeld({ services, view, match, owner: kept.owner, page: kept.page }, { next: goOnPath });
  const empty = { view, body: { fields: {}, json: undefined, uploads: [] } };
  return showHeld(empty, { ...told, kept: match === "other-person" ? words.keptOfOther : words.kept });
}

function isWorthKeeping({ route, body, owner }: HeldForm): boolean {
  const isForSomebody = owner !== null && splitOwner(owner).personId !== "";
  return route.showAgain !== null && isForSomebody && (isFilledIn(body.fields) || body.uploads.length > 0);
}

async function keep({ services, view, body, owner, path, page: before }: HeldForm): Promise<Cookie | null> {
  const fields = Object.fromEntries(Object.entries(body.fields).map(([name, values]) => [name, [...values]]));
  const form = { path, page: before, owner: owner ?? "", fields, files: fileNamesOf(body) };
  const where = {
    databases: services.databases,
    network: services.neighbourhoodOf(view.address),
    now: services.systemNow(),
  };
  const value = await keepForm(where, form);
  return value === null ? null : { name: "kept", value, maxAgeSeconds: keptMinutes * 60 };
}

function fileNamesOf({ uploads }: Body): string[] {
  return uploads.map(({ name }) => cleanFileName(name));
}

interface Told {
  readonly why: string;
  readonly way: VNode;
}

type ToTell = Pick<HeldForm, "services" | "view" | "match" | "owner" | "page">;

/** The sentence and the buttons. The first button continues as the form's owner. */
async function tellHeld({ services, view, match, owner, page: before }: ToTell, go: { next: string }): Promise<Told> {
  const words = heldMessages(view.language);
  const { identity } = view;
  const toPage = (
    <LinkButton href={before} variant="primary">
      {words.openAgain}
    </LinkButton>
  );
  if (match === "unknown" || identity === null) return { why: words.unknownOwner, way: toPage };
  if (match === "other-person") {
    const signIn = (
      <LinkButton href={`/sign-in?next=${encodeURIComponent(go.next)}`} variant="primary">
        {words.signInAgain}
      </LinkButton>
    );
    const goOn = <LinkButton href="/">{words.goOnAs(identity.personName)}</LinkButton>;
    return { why: words.otherPerson(identity.personName), way: <Ways first={signIn} second={goOn} /> };
  }
  const { organisationId } = splitOwner(owner ?? "");
  const places = await services.placesOf(identity.personId);
  const made = places.find((place) => place.organisationId === organisationId);
  const now = identity.organisationName ?? "";
  const stay = <LinkButton href="/portal">{words.stayWith(now)}</LinkButton>;
  if (made === undefined) return { why: words.formerOrganisation(now), way: stay };
  const choose = (
    <Form action="/choose-organisation" layout="bare" wholePage>
      <input type="hidden" name="organisationId" value={organisationId} />
      <input type="hidden" name="next" value={go.next} />
      <Button variant="primary">{words.goOnFor(made.organisationName)}</Button>
    </Form>
  );
  return { why: words.otherOrganisation(made.organisationName, now), way: <Ways first={choose} second={stay} /> };
}

function Ways({ first, second }: { first: VNode; second: VNode }): VNode {
  return (
    <>
      {first}
      {second}
    </>
  );
}

type PageAnswer = Extract<Answer, { kind: "page" }>;

function showHeld(
  { view, body }: Pick<HeldForm, "view" | "body">,
  { why, way, kept }: Told & { readonly kept: string | null },
): PageAnswer {
  const shown = { view, why, kept, written: writtenIn(body.fields), files: fileNamesOf(body) };
  return page(<HeldPage {...shown}>{way}</HeldPage>, 409);
}

/**
 * Answers when the kept form's page no longer has it, for example because the ticket closed. The text is still shown.
 */
export function showGone(view: View, body: Body, refusal: Refusal): PageAnswer {
  const words = heldMessages(view.language);
  const why = `${wordRefusal(refusal, view.language)} ${words.gone}`;
  return showHeld({ view, body }, { why, kept: null, way: home(view) });
}

function home({ language }: View): VNode {
  return (
    <LinkButton href="/" variant="primary">
      {heldMessages(language).home}
    </LinkButton>
  );
}
