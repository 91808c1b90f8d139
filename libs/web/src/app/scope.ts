import { parseIsoWeek, weekOf, type IsoWeek } from '@hemtjanst/domain';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { todayInSweden } from '../lib/format.js';
import { useCurrentAccount } from './session.js';

/** What the office looks at: it stands in the address, so that it can be sent to a colleague and gone back to. */
export interface Scope {
  readonly unitId: string;
  /** Null: the whole unit. */
  readonly workGroupId: string | null;
  readonly week: IsoWeek;
}

/** Null for an account that reaches no unit. */
export function useScope(): readonly [Scope | null, (change: Partial<Scope>) => void] {
  const { units } = useCurrentAccount();
  const [parameters, setParameters] = useSearchParams();
  const unit = units.find(({ id }) => id === parameters.get('enhet')) ?? units[0];
  const week = parseIsoWeek(parameters.get('vecka') ?? '') ?? weekOf(todayInSweden());
  const setScope = useCallback(
    (change: Partial<Scope>) =>
      setParameters((before) => {
        const after = new URLSearchParams(before);
        if (change.unitId !== undefined) after.set('enhet', change.unitId);
        if (change.unitId !== undefined) after.delete('grupp');
        if (change.workGroupId !== undefined) after.set('grupp', change.workGroupId ?? 'alla');
        if (change.week !== undefined) after.set('vecka', change.week);
        after.delete('plan');
        after.delete('dag');
        return after;
      }),
    [setParameters],
  );
  if (unit === undefined) return [null, setScope];
  const group = parameters.get('grupp');
  return [{ unitId: unit.id, workGroupId: group === 'alla' ? null : group, week }, setScope];
}

const KEPT_BETWEEN_PAGES = ['enhet', 'grupp', 'vecka', 'plan', 'dag'];

/** What goes along to another page: unit, group, week and the plan that is looked at, not a page's own filters. */
export function scopeOf(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => KEPT_BETWEEN_PAGES.includes(name));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}
