import type { BrukareAnswer, EmployeeAnswer } from '@hemtjanst/contracts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { callApi } from '../lib/api-client.js';
import { loadPages } from '../lib/load-pages.js';
import { useWording } from '../text/texts.js';
import styles from './search-box.module.css';
import { scopeOf, useScope } from './scope.js';

const SHORTEST = 3;
const MOST_EMPLOYEES = 8;

interface Hit {
  readonly id: string;
  readonly kind: 'brukare' | 'employee';
  readonly name: string;
  readonly code: string;
}

/** Brukare and employees of the unit by name or number; a protected identity is found by its number only. */
export function SearchBox() {
  const { texts } = useWording();
  const words = texts.search;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const wanted = useDeferredValue(typed.trim());
  const { hits, isPending } = useHits(wanted);
  const listId = useId();
  const navigate = useNavigate();
  const { search } = useLocation();
  const isLong = wanted.length >= SHORTEST;

  const open = (hit: Hit): void => {
    setIsOpen(false);
    setTyped('');
    void navigate(`/register/${hit.kind === 'brukare' ? 'brukare' : 'medarbetare'}/${hit.id}${scopeOf(search)}`);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setChosen((before) => (before + step + hits.length) % hits.length);
    }
    const hit = hits[chosen];
    if (event.key === 'Enter' && isOpen && hit !== undefined) open(hit);
    if (event.key === 'Escape') setIsOpen(false);
  };

  return (
    <div className={styles.box} role="search">
      <input
        type="search"
        className={styles.input}
        role="combobox"
        aria-label={words.label}
        aria-expanded={isOpen && isLong}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isOpen && hits[chosen] !== undefined ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
        placeholder={words.label}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(0);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKey}
      />
      <div id={listId} role="listbox" aria-label={words.hits} className={styles.hits} hidden={!isOpen || !isLong}>
        {hits.map((hit, at) => (
          <div
            key={hit.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === chosen}
            className={styles.hit}
            // The list must not take the focus before the click has landed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(hit)}
          >
            <span>{hit.name}</span>
            <span className={styles.kind}>
              {words[hit.kind]} · {hit.code}
            </span>
          </div>
        ))}
      </div>
      {isOpen && wanted !== '' && (!isLong || hits.length === 0) && (
        <p className={styles.note} role="status">
          {!isLong ? words.tooShort : isPending ? texts.common.loading : words.none}
        </p>
      )}
    </div>
  );
}

function useHits(wanted: string): { readonly hits: readonly Hit[]; readonly isPending: boolean } {
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const enabled = unitId !== '' && wanted.length >= SHORTEST;
  const brukare = useQuery({
    queryKey: ['search', unitId, wanted],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly BrukareAnswer[] }>(`/units/${unitId}/brukare`, {
          query: { search: wanted },
          signal,
        })
      ).items,
    enabled,
  });
  const employees = useQuery({
    queryKey: ['employee-list', unitId],
    queryFn: ({ signal }) => loadPages<EmployeeAnswer>(`/units/${unitId}/employees`, {}, signal),
    enabled,
    staleTime: 5 * 60_000,
  });
  if (!enabled) return { hits: [], isPending: false };
  const word = wanted.toLocaleLowerCase('sv');
  const staff = (employees.data ?? [])
    .filter(({ name, code }) => name.toLocaleLowerCase('sv').includes(word) || code.toLowerCase() === word)
    .slice(0, MOST_EMPLOYEES);
  return {
    hits: [
      ...(brukare.data ?? []).map(({ id, name, code }) => ({ id, name, code, kind: 'brukare' as const })),
      ...staff.map(({ id, name, code }) => ({ id, name, code, kind: 'employee' as const })),
    ],
    isPending: brukare.isPending || employees.isPending,
  };
}
