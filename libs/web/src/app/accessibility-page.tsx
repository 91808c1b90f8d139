import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { usePageTitle } from '../components/page-title.js';
import { useWording } from '../text/texts.js';
import { PreferenceMenu } from './preference-menu.js';

/** The accessibility statement (lagen om tillgänglighet till digital offentlig service): what holds and what does not. */
export function AccessibilityPage() {
  const { texts } = useWording();
  const words = texts.accessibility;
  usePageTitle(words.title);
  return (
    <Stack component="main" maw={640} mx="auto" p="lg" gap="md">
      <Title order={1}>{words.title}</Title>
      <Text>{words.aim}</Text>
      <Title order={2}>{words.testedTitle}</Title>
      <List>
        {words.tested.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Title order={2}>{words.missingTitle}</Title>
      <List>
        {words.missing.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Text>{words.report}</Text>
      <Anchor component={Link} to="/" underline="always">
        {texts.common.toStart}
      </Anchor>
      <PreferenceMenu />
    </Stack>
  );
}
