import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWording } from '../text/texts.js';

interface PreferenceMenuProps {
  /** What the button says; the choices themselves where it is left out. */
  readonly label?: string;
  /** Further entries, last. */
  readonly children?: ReactNode;
}

/** Language, and light or dark. Kept in this browser only. */
export function PreferenceMenu({ label, children }: PreferenceMenuProps) {
  const { texts, language, setLanguage } = useWording();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="compact-md" fw={500}>
          {label ?? `${texts.language[language]} · ${texts.appearance[colorScheme]}`} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.language.label}</Menu.Label>
        {(['sv', 'en'] as const).map((choice) => (
          <Menu.Item key={choice} lang={choice} onClick={() => setLanguage(choice)}>
            {mark(choice === language)} {texts.language[choice]}
          </Menu.Item>
        ))}
        <Menu.Label>{texts.appearance.label}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((choice) => (
          <Menu.Item key={choice} onClick={() => setColorScheme(choice)}>
            {mark(choice === colorScheme)} {texts.appearance[choice]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/tillganglighet">
          {texts.accessibility.title}
        </Menu.Item>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

const mark = (isChosen: boolean): string => (isChosen ? '●' : '○');
