import { aVisitTemplate, clock, minutes, type VisitTemplate } from '@hemtjanst/domain';
import { visitTemplate } from '@hemtjanst/contracts';
import { templateFromContract, templateToContract, templateToDomain, templateToRow } from './visit-template.mapper.js';

const TEMPLATES: readonly VisitTemplate[] = [
  aVisitTemplate({ recurrence: { kind: 'weekdays', days: [1, 3, 5] }, helper: null, gap: null, isProposed: false }),
  aVisitTemplate({ recurrence: { kind: 'floating', times: 1, everyWeeks: 2 }, minDaysBetween: 0, isProposed: false }),
  aVisitTemplate({
    helper: { serviceMinutes: minutes(10), earliestOffset: -5, latestOffset: 15 },
    gap: { afterTemplateId: 'M0', minMinutes: minutes(30), maxMinutes: null },
    window: { earliest: clock('00:00'), latest: clock('24:00') },
    competences: ['demens'],
    priority: 1,
    isTimeCritical: true,
    isProposed: false,
  }),
];

describe('visit templates between domain, table and contract', () => {
  it.each(TEMPLATES)('are the same after the table (%#)', (template) => {
    expect(templateToDomain(templateToRow(template), template.orderId)).toEqual(template);
  });

  it.each(TEMPLATES)('are the same after the contract (%#)', (template) => {
    const sent = visitTemplate.parse(JSON.parse(JSON.stringify(templateToContract(template))));
    expect(templateFromContract(sent, template.orderId)).toEqual(template);
  });

  it('are never a proposal when a person has agreed on them', () => {
    const proposed = aVisitTemplate({ isProposed: true });
    expect(templateFromContract(templateToContract(proposed), 'O1').isProposed).toBe(false);
  });
});
