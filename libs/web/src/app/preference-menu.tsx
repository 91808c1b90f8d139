import { Button, useMantineColorScheme } from '@mantine/core';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWording } from '../text/texts.js';
import styles from './preference-menu.module.css';

interface PreferenceMenuProps {
  /** What the button says; the choices themselves where it is left out. */
  readonly label?: string;
  /** Further entries, last. */
  readonly children?: ReactNode;
}

/**
 * Language, and light or dark. Kept in this browser only. Buttons that are shown and hidden, not a menu of a library: its
 * placing alone weighs more than Min dag, and there is nothing here that arrows would do better than Tab.
 */
export function PreferenceMenu({ label, children }: PreferenceMenuProps) {
  const { texts, language, setLanguage } = useWording();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  const closeByKey = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !isOpen) return;
    setIsOpen(false);
    button.current?.focus();
  };
  const closeWhenLeft = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setIsOpen(false);
  };
  return (
    <div className={styles.holder} onKeyDown={closeByKey} onBlur={closeWhenLeft}>
      <Button
        ref={button}
        variant="default"
        size="compact-md"
        fw={500}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label ?? `${texts.language[language]} · ${texts.appearance[colorScheme]}`} ▾
      </Button>
      {/* Focusable, so that a press between two buttons does not count as leaving. */}
      <div id={panelId} hidden={!isOpen} tabIndex={-1} className={styles.panel}>
        <div role="group" aria-label={texts.language.label}>
          <p aria-hidden>{texts.language.label}</p>
          {(['sv', 'en'] as const).map((choice) => (
            <Choice key={choice} lang={choice} isChosen={choice === language} onChoose={() => setLanguage(choice)}>
              {texts.language[choice]}
            </Choice>
          ))}
        </div>
        <div role="group" aria-label={texts.appearance.label}>
          <p aria-hidden>{texts.appearance.label}</p>
          {(['auto', 'light', 'dark'] as const).map((choice) => (
            <Choice key={choice} isChosen={choice === colorScheme} onChoose={() => setColorScheme(choice)}>
              {texts.appearance[choice]}
            </Choice>
          ))}
        </div>
        <Link to="/tillganglighet">{texts.accessibility.title}</Link>
        {children}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly lang?: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ isChosen, lang, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" lang={lang} aria-pressed={isChosen} onClick={onChoose}>
      <span aria-hidden>{isChosen ? '●' : '○'}</span> {children}
    </button>
  );
}
