import type { EmployeeAnswer, PricedPlace, WrittenText } from '@hemtjanst/contracts';
import { Button, Text } from '@mantine/core';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { priceWords, sentences } from './drag/price-words.js';
import { Sign } from '../../components/sign.js';
import styles from './week.module.css';

export interface OfferedPlace {
  readonly place: PricedPlace;
  readonly text: WrittenText | null;
  /** Null: it cannot be done from here; `text` says what it takes. */
  readonly onTake: (() => void) | null;
}

interface PlaceListProps {
  readonly places: readonly OfferedPlace[];
  readonly employees: ReadonlyMap<string, EmployeeAnswer>;
  readonly takeWord: string;
  readonly isBusy: boolean;
}

/** Places with who, when and what they cost against the plan as it is; each can be taken. */
export function PlaceList({ places, employees, takeWord, isBusy }: PlaceListProps) {
  const { texts, formats, language } = useWording();
  const words = useTextsOf(boardTexts);
  return (
    <ul className={styles.places}>
      {places.map(({ place, text, onTake }, at) => {
        const ids = [place.employeeId, ...(place.helper === null ? [] : [place.helper.employeeId])];
        const names = ids.map((id) => employees.get(id)?.name ?? texts.week.board.unknownEmployee).join(' + ');
        const when = `${formats.day(place.date)} ${formats.clock(place.startsAt)}`;
        return (
          <li key={`${place.shiftId} ${place.startsAt} ${at}`}>
            <strong>{names}</strong>, {when}
            <Text size="sm">{priceWords(place, words, language).join(' · ')}</Text>
            {text !== null && (
              <Text size="sm" c="var(--rr-text-quiet)">
                {text[language]}
              </Text>
            )}
            {place.warnings.length > 0 && (
              <Text size="sm">
                <Sign kind="warns" /> {sentences(place.warnings, language)}
              </Text>
            )}
            {onTake === null ? (
              <Text size="sm" c="var(--rr-text-quiet)">
                {words.tray.notNow}
              </Text>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                disabled={isBusy}
                onClick={onTake}
                aria-label={`${takeWord}: ${names}, ${when}`}
              >
                {takeWord}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
