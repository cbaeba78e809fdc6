import { castsAreFew } from "./casts.ts";
import { classesHaveRules, classNamesAreWhole } from "./class-names.ts";
import type { Exception } from "./exceptions.ts";
import { foldersPointOneWay } from "./folders.ts";
import { coreIsPure, coreStandsAlone } from "./purity.ts";
import {
  buildingBlocksKnowNoNoun,
  coreNounsPointOneWay,
  nobodyImportsTheComposition,
  roomsPointDown,
  serverNounsPointOneWay,
  testingIsForTests,
} from "./rooms.ts";
import type { Rule } from "./rule.ts";
import {
  commentsFit,
  coreIsDocumented,
  filesStaySmall,
  noInlineStyle,
  nothingIsHandedOn,
  oneDoorForHtml,
  pagesAskForAbilities,
  pagesAskNoTables,
} from "./shape.ts";
import { storesArePrivate, storesOnlyWrite, tablesHaveOneWriter } from "./tables.ts";
import { figuresHaveOneHome, messagesAreUsed, wordsAreMessages } from "./words.ts";

/** All rules of the house that a machine can check from the sources. */
export const rulesWith = (exceptions: readonly Exception[]): readonly Rule[] => [
  roomsPointDown,
  coreStandsAlone,
  coreIsPure,
  coreNounsPointOneWay(exceptions),
  serverNounsPointOneWay(exceptions),
  buildingBlocksKnowNoNoun,
  nobodyImportsTheComposition,
  foldersPointOneWay,
  testingIsForTests,
  filesStaySmall,
  nothingIsHandedOn,
  commentsFit,
  castsAreFew,
  coreIsDocumented,
  noInlineStyle,
  oneDoorForHtml,
  pagesAskForAbilities,
  pagesAskNoTables,
  tablesHaveOneWriter,
  storesArePrivate,
  storesOnlyWrite,
  wordsAreMessages,
  messagesAreUsed,
  figuresHaveOneHome,
  classNamesAreWhole,
  classesHaveRules,
];
