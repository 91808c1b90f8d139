/** The rules of planning, with what they weigh. */
const sv = {
  title: 'Planeringsregler',
  text: 'Det här går planeringen efter: när veckan planeras, när ett besök flyttas, och i ”Varför här?”.',
  scale:
    'Priser räknas i sekundekvivalenter: 60 väger lika mycket som en minuts restid. Planen med lägst sammanlagt pris väljs.',
  hard: 'Regler som aldrig bryts',
  soft: 'Regler med ett pris',
  name: 'Regel',
  why: 'Varför regeln finns',
  weight: 'Vikt',
  weightReason: 'Varför så mycket',
  price: (seconds: string, minutes: string, unit: string) => `${seconds} per ${unit} (som ${minutes} min restid)`,
  settings: 'Vikter och gränser som enheten själv bestämmer ändras i enhetens val.',
  toSettings: 'Till enhetens val',
  fromWhy: 'Alla planeringsregler',
};

export type PlanningRuleTexts = typeof sv;

const en: PlanningRuleTexts = {
  title: 'Planning rules',
  text: 'This is what planning goes by: when the week is planned, when a visit is moved, and in “Why here?”.',
  scale:
    'Prices are counted in seconds-equivalents: 60 weigh as much as one minute of travel. The plan with the lowest sum is chosen.',
  hard: 'Rules that are never broken',
  soft: 'Rules with a price',
  name: 'Rule',
  why: 'Why there is the rule',
  weight: 'Weight',
  weightReason: 'Why as much',
  price: (seconds, minutes, unit) => `${seconds} per ${unit} (as ${minutes} min of travel)`,
  settings: 'Weights and limits that the unit decides itself are changed in the unit’s choices.',
  toSettings: 'To the unit’s choices',
  fromWhy: 'All planning rules',
};

export const planningRuleTexts = { sv, en };
