import type { BrukareLedgerAnswer, RamtidLedgerAnswer, RamtidLedgerLineAnswer } from '@hemtjanst/contracts';
import type { LedgerSuggestion, LedgerTotal } from '@hemtjanst/domain';
import type { LedgerEntry } from './ledger-months.service.js';

export function ledgerLineAnswer({ line, order, brukareCode, workGroupId }: LedgerEntry): RamtidLedgerLineAnswer {
  return {
    ramtidOrderId: order?.id ?? null,
    orderCode: order?.code ?? null,
    brukareId: line.brukareId,
    brukareCode,
    workGroupId,
    kind: line.kind,
    orderedMinutes: minutes(line.orderedMinutes),
    carriedOverMinutes: minutes(line.carriedOverMinutes),
    givenBackMinutes: minutes(line.givenBackMinutes),
    registeredMinutes: minutes(line.registeredMinutes),
    adjustmentMinutes: minutes(line.adjustmentMinutes),
    performedMinutes: minutes(line.performedMinutes),
    publishedMinutes: minutes(line.publishedMinutes),
    patternMinutes: minutes(line.patternMinutes),
    forecastMinutes: minutes(line.forecastMinutes),
    balanceMinutes: minutes(line.balanceMinutes),
    forecastShare: line.forecastShare === null ? null : Math.round(line.forecastShare * 10_000) / 10_000,
    warning: line.warning,
    visits: line.visits,
    adjustedVisits: line.adjustedVisits,
    openVisits: line.openVisits,
    declinedVisits: line.declinedVisits,
    bomVisits: line.bomVisits,
  };
}

export const ledgerTotalAnswer = (total: LedgerTotal): RamtidLedgerAnswer['totals'][number] => ({
  kind: total.kind,
  orders: total.orders,
  orderedMinutes: minutes(total.orderedMinutes),
  givenBackMinutes: minutes(total.givenBackMinutes),
  registeredMinutes: minutes(total.registeredMinutes),
  adjustmentMinutes: minutes(total.adjustmentMinutes),
  performedMinutes: minutes(total.performedMinutes),
  plannedMinutes: minutes(total.plannedMinutes),
  forecastMinutes: minutes(total.forecastMinutes),
  balanceMinutes: minutes(total.balanceMinutes),
});

export const suggestionAnswer = (
  suggestion: LedgerSuggestion,
): BrukareLedgerAnswer['orders'][number]['suggestions'][number] => ({
  change: suggestion.change,
  templateCode: suggestion.templateId,
  visits: suggestion.visits,
  effectMinutes: minutes(suggestion.effectMinutes),
  forecastMinutes: minutes(suggestion.forecastMinutes),
  landsInside: suggestion.landsInside,
  text: suggestion.text,
});

/** With the digits that mean something. */
const minutes = (value: number): number => Math.round(value * 100) / 100;
