import type { VisitTemplateContract } from '@hemtjanst/contracts';
import { newTemplate, templateOf, templateValues } from './template-values.js';

const TWO: VisitTemplateContract = {
  ...newTemplate('O1', 0),
  insatser: ['dusch', 'stad'],
  recurrence: { kind: 'weekdays', days: [1, 3] },
  helper: { serviceMinutes: 20, earliestOffset: -10, latestOffset: 10 },
  competences: ['forflyttning'],
};
const INSATSER = ['dusch', 'stad', 'tvatt'] as const;

describe('an agreed visit in a form', () => {
  it('comes back as it was when nothing is changed, also what the form does not show', () => {
    expect(templateOf(templateValues(TWO), TWO, INSATSER)).toEqual(TWO);
  });

  it('changes from days of the week to a number of times', () => {
    const values = { ...templateValues(TWO), recurrence: 'floating', times: 1, everyWeeks: 2 };
    expect(templateOf(values, TWO, INSATSER).recurrence).toEqual({ kind: 'floating', times: 1, everyWeeks: 2 });
  });

  it('has no second employee when the minutes are taken away, and keeps the offsets when they are changed', () => {
    expect(templateOf({ ...templateValues(TWO), helperMinutes: null }, TWO, INSATSER).helper).toBeNull();
    expect(templateOf({ ...templateValues(TWO), helperMinutes: 15 }, TWO, INSATSER).helper).toEqual({
      serviceMinutes: 15,
      earliestOffset: -10,
      latestOffset: 10,
    });
  });

  it('numbers a new visit after those that are there', () => {
    expect(newTemplate('O1', 2).code).toBe('O1-3');
  });
});
