import type { ShortLegAnswer } from '@hemtjanst/contracts';

type PartKind = ShortLegAnswer['parts'][number]['kind'];
const parts = (words: Readonly<Record<PartKind, string>>): Readonly<Record<PartKind, string>> => words;

/** Restidsrapporten. */
const sv = {
  title: (week: string, version: number) => `Restidsrapport ${week}, version ${version}`,
  open: 'Restidsrapport',
  openFrom: 'Öppna restidsrapporten',
  back: 'Till veckan',
  print: 'Skriv ut',
  noPlan: 'Det finns ingen plan att kontrollera den här veckan.',
  about:
    'Varje förflyttning jämförs med tiden från dörr till dörr: färden på gatorna, vintertillägg, lås och parkering, port, nyckel och trappor.',
  checked: (moment: string, legs: string, routes: string) =>
    `Kontrollerad ${moment}: ${legs} förflyttningar på ${routes} rutter.`,
  estimated: (count: string) => `${count} förflyttningar är kontrollerade mot en uppskattad tid, fågelvägen med omväg.`,
  unchecked: (count: string) => `${count} förflyttningar har ingen känd väg och är inte kontrollerade.`,
  verdict: {
    ja: 'Planen kan följas som den är skriven.',
    tight: 'Planen kan följas, men det finns rutter utan marginal.',
    'med-skal': 'Planen kan publiceras bara med ett skäl, som loggas.',
    nej: 'Planen kan inte följas som den är skriven och publiceras inte.',
  },
  otherHard: (count: string) => `${count} andra regler är brutna. De står i kontrollen när du publicerar.`,
  counts: {
    label: 'Fynd',
    shortLegs: 'för korta förflyttningar',
    overlaps: 'överlapp och tider som inte går ihop',
    rastFaults: 'fel på raster',
    tightRoutes: 'rutter utan marginal',
  },
  limit: (minutes: string) =>
    `En rutt utan marginal har mindre än ${minutes} min väntan och ledig tid på hela passet. Varningen stoppar inte publicering.`,
  limitLink: 'Ändra gränsen',
  onlyFindings: 'Visa bara pass med fynd',
  nothingFound: 'Inga fynd på något pass.',
  employee: 'Medarbetare',
  shift: 'Tid',
  mode: 'Färdsätt',
  legs: 'Förflyttningar',
  slack: 'Marginal',
  findings: 'Fynd',
  holds: 'Håller',
  tight: (minutes: string) => `Bara ${minutes} min marginal på passet.`,
  leg: (from: string, to: string, span: string) => `${span} ${from} – ${to}`,
  given: (given: string, needed: string, missing: string) =>
    `planen ger ${given} min, vägen tar ${needed} min: ${missing} min för lite`,
  premises: 'lokalen',
  hiddenParts: 'Delarna visas inte för en skyddad adress.',
  parts: parts({
    ride: 'färd',
    winter: 'vintertillägg',
    mode: 'lås, parkering och port',
    'same-entrance': 'samma port',
    key: 'nyckel',
    stairs: 'trappor',
    lift: 'hiss',
    'measured-door': 'uppmätt vid dörren',
    minimum: 'upp till kortaste tid mellan två adresser',
    protected: 'manuell tid för skyddad adress',
  }),
  openDay: (day: string) => `Öppna ${day} på tavlan`,
};

const en: typeof sv = {
  title: (week, version) => `Travel time report ${week}, version ${version}`,
  open: 'Travel time report',
  openFrom: 'Open the travel time report',
  back: 'To the week',
  print: 'Print',
  noPlan: 'There is no plan to check in this week.',
  about:
    'Every way is compared with the time from door to door: the ride on the streets, what winter adds, lock and parking, entrance, key and stairs.',
  checked: (moment, legs, routes) => `Checked ${moment}: ${legs} ways on ${routes} routes.`,
  estimated: (count) => `${count} ways are checked against an estimate, a straight line with a detour.`,
  unchecked: (count) => `${count} ways are not known and have not been checked.`,
  verdict: {
    ja: 'The plan can be followed as it is written.',
    tight: 'The plan can be followed, but there are routes without slack.',
    'med-skal': 'The plan can only be published with a reason, which is logged.',
    nej: 'The plan cannot be followed as it is written and is not published.',
  },
  otherHard: (count) => `${count} other rules are broken. They stand in the check when you publish.`,
  counts: {
    label: 'Findings',
    shortLegs: 'ways that are too short',
    overlaps: 'overlaps and times that do not fit',
    rastFaults: 'faults with breaks',
    tightRoutes: 'routes without slack',
  },
  limit: (minutes) =>
    `A route without slack has less than ${minutes} min of waiting and free time on the whole shift. The warning does not stop publishing.`,
  limitLink: 'Change the limit',
  onlyFindings: 'Only shifts with findings',
  nothingFound: 'No findings on any shift.',
  employee: 'Employee',
  shift: 'Time',
  mode: 'Mode',
  legs: 'Ways',
  slack: 'Slack',
  findings: 'Findings',
  holds: 'Holds',
  tight: (minutes) => `Only ${minutes} min of slack on the shift.`,
  leg: (from, to, span) => `${span} ${from} – ${to}`,
  given: (given, needed, missing) =>
    `the plan gives ${given} min, the way takes ${needed} min: ${missing} min too little`,
  premises: 'the premises',
  hiddenParts: 'The parts are not shown for a protected address.',
  parts: parts({
    ride: 'ride',
    winter: 'winter',
    mode: 'lock, parking and entrance',
    'same-entrance': 'same entrance',
    key: 'key',
    stairs: 'stairs',
    lift: 'lift',
    'measured-door': 'measured at the door',
    minimum: 'up to the shortest time between two addresses',
    protected: 'manual time of a protected address',
  }),
  openDay: (day) => `Open ${day} on the board`,
};

export const travelReportTexts = { sv, en };
