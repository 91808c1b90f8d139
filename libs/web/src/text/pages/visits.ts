const sv = {
  title: 'Besök',
  text: 'Veckans besök, som de följer av beställningarna och genomförandeplanerna. Det är de här som planeringen lägger ut.',
  summary: (visits: string, hours: string, dropped: string) =>
    `${visits} besök, ${hours} h. ${dropped} besök ur planerna görs inte den här veckan.`,
  visit: 'Besök',
  brukare: 'Brukare',
  days: 'Dag',
  window: 'Får börja',
  minutes: 'Minuter',
  from: 'Kommer från',
  order: (code: string) => `beställning ${code}`,
  marks: 'Märkt',
  double: 'två medarbetare',
  critical: 'tidskritiskt',
  proposed: 'föreslaget, ingen plan är avtalad',
  anyOf: (count: number) => `en av ${count} dagar`,
  dropped: 'Görs inte den här veckan',
  reason: 'Skäl',
  noVisits: 'Inga besök den här veckan. Finns det beställningar som gäller?',
  showOrders: 'Visa beställningarna',
};

const en: typeof sv = {
  title: 'Visits',
  text: 'The visits of the week, as they follow from the orders and the genomförandeplaner. These are what planning lays out.',
  summary: (visits, hours, dropped) =>
    `${visits} visits, ${hours} h. ${dropped} visits of the plans are not done this week.`,
  visit: 'Visit',
  brukare: 'Brukare',
  days: 'Day',
  window: 'May begin',
  minutes: 'Minutes',
  from: 'Comes from',
  order: (code) => `order ${code}`,
  marks: 'Marked',
  double: 'two employees',
  critical: 'time-critical',
  proposed: 'proposed, no plan is agreed',
  anyOf: (count) => `one of ${count} days`,
  dropped: 'Not done this week',
  reason: 'Reason',
  noVisits: 'No visits this week. Are there orders that hold?',
  showOrders: 'Show the orders',
};

export const visitTexts = { sv, en };
