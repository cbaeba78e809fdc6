import type { TicketTemplate } from "./template.ts";

/** Problems of organisations that write in English. */
export const englishTemplates: readonly TicketTemplate[] = [
  {
    key: "en-outlook-search",
    titles: ["Outlook search returns nothing older than a month", "Searching mail misses most results"],
    descriptions: [
      "When {who} searches in Outlook only the last few weeks come up. In the browser the same search finds everything.",
    ],
    research: "Checked the local index and cache window",
    resolution: "Rebuilt the index, widened the cache",
    solution:
      "The local index was damaged. We rebuilt it and keep twelve months offline now. Give it a night to finish.",
    article: {
      title: "Outlook search is incomplete",
      body: "Compare with the browser first. If only the desktop app is wrong, rebuild the index and check how many months are cached.",
      isPublic: true,
    },
    size: "small",
    urgency: "normal",
  },
  {
    key: "en-teams-webinar",
    titles: ["Webinar registration page shows an error", "People cannot register for our webinar"],
    descriptions: [
      "We are hosting a webinar next week and people outside the company get 'This event is not available'. We tested it with private addresses and see the same. There are {count}0 people on the list already.",
    ],
    question: {
      asks: "Could you send us the link exactly as you published it, and tell us who created the event?",
      answers: "Link is in the attached mail, the event was created by {who}.",
    },
    research: "Reviewed event policy and anonymous join settings",
    resolution: "Allowed public registration for this organiser",
    solution:
      "Public registration was switched off for everybody. It is now on for {who} only. We registered with an outside address and received the confirmation.",
    size: "small",
    urgency: "high",
  },
  {
    key: "en-shared-drive-sync",
    titles: ["Shared library will not sync on Macs", "OneDrive on macOS keeps restarting"],
    descriptions: [
      "Three of our Macs in {place} stopped syncing the project library. The icon appears, disappears and comes back every minute. Windows machines are fine.",
    ],
    progress:
      "The log points at file names with a trailing space, which Windows never allowed and macOS does. We are listing them now.",
    research: "Read client logs on two machines, found invalid names",
    resolution: "Renamed files by script, reset the clients",
    solution:
      "There were {count}1 names ending in a space. We renamed them and reset the sync client on each Mac. All three finished within the hour.",
    article: {
      title: "OneDrive on macOS restarts in a loop",
      body: "Look for names with leading or trailing spaces in the client log, rename them from the web, then reset the client.",
      isPublic: false,
    },
    size: "medium",
    urgency: "normal",
  },
  {
    key: "en-mfa-travel",
    titles: ["Colleague abroad cannot sign in", "Sign-in blocked while travelling"],
    descriptions: [
      "{who} is travelling for work and gets 'You cannot access this right now'. A client meeting starts tomorrow morning.",
    ],
    question: {
      asks: "Which country, and until when? We would rather open it for that period than for good.",
      answers: "Portugal, until Friday next week.",
    },
    research: "Found the location rule that blocked the sign-in",
    resolution: "Added an exception with an end date",
    solution:
      "The sign-in was blocked because of its country. There is now an exception for {who} until the date you gave, after which it closes by itself.",
    size: "small",
    urgency: "high",
  },
  {
    key: "en-sharepoint-metadata",
    titles: ["Column values lost after a move", "Metadata missing in the case library"],
    descriptions: [
      "After we moved a few hundred documents to the new library, the columns 'Client' and 'Year' are empty. We use those in every view.",
    ],
    note: "Move by Explorer view, so columns did not travel. Version history still has them.",
    research: "Compared both libraries, tested restoring values from versions",
    resolution: "Filled the columns by script and checked samples",
    solution:
      "The values were still in the old versions. We copied them back for all but six documents, which are listed in the attached sheet. Please move with 'Move to' next time.",
    size: "medium",
    urgency: "normal",
  },
  {
    key: "en-licence-change",
    titles: ["Switch two people to a smaller licence", "Do we need E5 for everyone?"],
    descriptions: ["Two people in {place} only read mail. Could they go to a smaller licence without losing anything?"],
    research: "Checked which features were used in ninety days",
    resolution: "Changed the licences, checked the mailboxes",
    solution:
      "Both were moved to the smaller licence. Nothing is lost; the desktop apps will ask to be removed within a month.",
    size: "small",
    urgency: "low",
  },
  {
    key: "en-mail-delay",
    titles: ["Mail from one client arrives hours late", "Delayed messages from a partner"],
    descriptions: [
      "Messages from one of our clients take two to four hours. They say it leaves at once on their side.",
    ],
    progress:
      "The trace shows their messages waiting at a filter on their side. We are writing down what their administrator has to change.",
    research: "Message trace over ten days, compared headers",
    resolution: "Wrote to the client's administrator",
    solution:
      "Their outgoing filter keeps messages with several attachments. We sent their administrator the details and the trace. On our side nothing has to change.",
    outcome: "workaround",
    size: "medium",
    urgency: "normal",
  },
  {
    key: "en-intune-mac",
    titles: ["Enrol Macs in management", "Manage the design team's Macs"],
    descriptions: [
      "We would like the {count} Macs of {place} to be managed like the Windows laptops: encryption on, updates within two weeks and the usual apps. They are in use every day, so please not all at once.",
    ],
    question: {
      asks: "Were the Macs bought through a business account? Then they can enrol by themselves after a reset, otherwise we do it by hand.",
      answers: "Half of them. The others were bought in a shop.",
    },
    progress:
      "We prepared profiles on a test machine. Enrolling all of them goes beyond what can be spent without asking, so you will find an estimate to approve.",
    research: "Built and tested profiles on one machine",
    resolution: "Enrolled the machines in three rounds",
    solution:
      "All Macs are managed: encrypted, updated and with the same apps. Recovery keys are stored. The two oldest cannot run the current system and are marked for replacement.",
    article: {
      title: "Enrolling Macs that are in use",
      body: "Prepare one test machine, enrol in rounds of three, keep the recovery keys, and plan half an hour per person.",
      isPublic: false,
    },
    size: "large",
    urgency: "low",
  },
  {
    key: "en-calendar-share",
    titles: ["Share calendars with our parent company", "Free/busy with another organisation"],
    descriptions: ["Colleagues at the parent company see no free or busy times for us. We can see theirs."],
    research: "Compared organisation relationships on both sides",
    resolution: "Created the missing relationship and tested",
    solution: "The relationship existed in one direction only. It now works both ways, limited to free and busy times.",
    size: "small",
    urgency: "low",
  },
  {
    key: "en-form-branding",
    titles: ["Form shows someone else's logo", "Old branding on the sign-in page"],
    descriptions: [
      "Since the rebrand our sign-in page still shows the old name. New colleagues think it is phishing, which I suppose is a good sign.",
    ],
    research: "Looked up where each image is set",
    resolution: "Replaced images and texts",
    solution:
      "The new name and logo are on the sign-in page in both languages. Browsers may show the old one for a day.",
    size: "small",
    urgency: "low",
  },
  {
    key: "en-suspicious-app",
    titles: ["App asks for access to all mailboxes", "Is this consent request safe?"],
    descriptions: [
      "A scheduling app asks an administrator to approve reading everyone's mail. {who} would like to use it for one mailbox only. Is there a safer way?",
    ],
    research: "Reviewed the permissions the app asks for",
    resolution: "Limited the app to one mailbox by policy",
    solution:
      "The app can now read one mailbox and no other. Consent by users stays off, so that requests like this come to you first.",
    article: {
      title: "Limiting an app to one mailbox",
      body: "Create a mail-enabled security group with that mailbox and an application access policy, test it for one mailbox inside and one outside, then consent.",
      isPublic: false,
    },
    size: "medium",
    urgency: "normal",
  },
  {
    key: "en-loop-missing",
    titles: ["Copilot and Loop are missing from the menu", "Loop workspace cannot be opened"],
    descriptions: [
      "Some of us see Loop in the menu and some do not. Opening a shared workspace says it is not enabled for the organisation.",
    ],
    research: "Compared policies and licences of two people",
    resolution: "Enabled the service for the whole group",
    solution: "The service was enabled for a pilot group only. Everyone in {place} has it now.",
    size: "small",
    urgency: "low",
  },
];
