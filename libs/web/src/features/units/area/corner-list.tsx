import { Button, Group, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { areaTexts } from '../../../text/pages/areas.js';
import { useTextsOf } from '../../../text/texts.js';
import { middleAfter, rounded, type AreaRing, type Corner } from './area-draft.js';
import type { DraftSession } from './use-area-draft.js';
import styles from './area.module.css';

/** How each border is called: the parts are counted, a hole is named after nothing. */
export function ringNames(
  rings: readonly AreaRing[],
  words: { readonly part: (number: number) => string; readonly hole: string },
): readonly string[] {
  let parts = 0;
  return rings.map(({ isHole }) => {
    if (!isHole) parts += 1;
    return isHole ? `${words.part(parts)}, ${words.hole}` : words.part(parts);
  });
}

/** Every corner with its coordinates: what the map does by pointer is done here by keyboard. */
export function CornerList({ draft, apply }: Pick<DraftSession, 'draft' | 'apply'>) {
  const words = useTextsOf(areaTexts);
  const names = ringNames(draft.rings, words);
  return (
    <div className={styles.lists}>
      {draft.rings.map((ring, at) => {
        const name = names[at] ?? '';
        return (
          <fieldset key={at} className={styles.ring} data-active={at === draft.active || undefined}>
            <legend>
              {name} · {words.corners(ring.corners.length)}
            </legend>
            <ol>
              {ring.corners.map((corner, number) => (
                <li key={`${number} ${corner[0]} ${corner[1]}`}>
                  <CornerFields
                    corner={corner}
                    latLabel={words.latOf(name, number + 1)}
                    lonLabel={words.lonOf(name, number + 1)}
                    onMove={(to) => apply({ kind: 'move-corner', ring: at, corner: number, to })}
                  />
                  <Button
                    size="compact-md"
                    variant="default"
                    disabled={ring.corners.length < 2}
                    aria-label={words.afterOf(name, number + 1)}
                    onClick={() => {
                      const middle = middleAfter(ring.corners, number);
                      if (middle !== null) apply({ kind: 'add-corner', at: middle, ring: at, before: number + 1 });
                    }}
                  >
                    {words.after}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={words.removeOf(name, number + 1)}
                    onClick={() => apply({ kind: 'remove-corner', ring: at, corner: number })}
                  >
                    {words.remove}
                  </Button>
                </li>
              ))}
            </ol>
            <NewCorner
              label={words.addTo(name)}
              onAdd={(corner) => apply({ kind: 'add-corner', at: corner, ring: at })}
            />
            {draft.rings.length > 1 && (
              <Button size="compact-md" variant="default" onClick={() => apply({ kind: 'remove-ring', ring: at })}>
                {words.removePart(name)}
              </Button>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

/** A comma or a point, as people write it. */
function degreesOf(text: FormDataEntryValue | null): number | null {
  if (typeof text !== 'string') return null;
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : rounded(value);
}

const shown = (degrees: number): string => String(degrees).replace('.', ',');

interface CornerFieldsProps {
  readonly corner: Corner;
  readonly latLabel: string;
  readonly lonLabel: string;
  readonly onMove: (to: Corner) => void;
}

/** Takes the corner along when a field is left; what is no number goes back to what it was. */
function CornerFields({ corner: [lon, lat], latLabel, lonLabel, onMove }: CornerFieldsProps) {
  const field = (label: string, value: number, onValue: (degrees: number) => void) => (
    <input
      aria-label={label}
      inputMode="decimal"
      defaultValue={shown(value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      onBlur={({ currentTarget }) => {
        const degrees = degreesOf(currentTarget.value);
        if (degrees === null) currentTarget.value = shown(value);
        else if (degrees !== value) onValue(degrees);
      }}
    />
  );
  return (
    <>
      {field(latLabel, lat, (degrees) => onMove([lon, degrees]))}
      {field(lonLabel, lon, (degrees) => onMove([degrees, lat]))}
    </>
  );
}

function NewCorner({ label, onAdd }: { readonly label: string; readonly onAdd: (corner: Corner) => void }) {
  const words = useTextsOf(areaTexts);
  const [isRefused, setIsRefused] = useState(false);
  const add = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const [lat, lon] = ['lat', 'lon'].map((name) => degreesOf(values.get(name)));
    const isWhole = lat !== undefined && lat !== null && lon !== undefined && lon !== null;
    setIsRefused(!isWhole);
    if (!isWhole) return;
    onAdd([lon, lat]);
    form.reset();
    form.querySelector('input')?.focus();
  };
  return (
    <form onSubmit={add} aria-label={label}>
      <Group gap="xs" align="end">
        <label>
          {words.lat}
          <input name="lat" inputMode="decimal" autoComplete="off" />
        </label>
        <label>
          {words.lon}
          <input name="lon" inputMode="decimal" autoComplete="off" />
        </label>
        <Button type="submit" size="compact-md" variant="default">
          {words.add}
        </Button>
      </Group>
      {isRefused && <Text role="alert">△ {words.notANumber}</Text>}
    </form>
  );
}
