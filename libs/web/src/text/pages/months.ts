const sv = { previous: 'Föregående månad', next: 'Nästa månad' };
const en: typeof sv = { previous: 'Previous month', next: 'Next month' };

export const monthTexts = { sv, en };
