import { Anchor, Group } from '@mantine/core';
import { recordTexts } from '../text/pages/records.js';
import { useTextsOf } from '../text/texts.js';

interface DownloadsProps {
  /** What the file holds, for those who hear the link. */
  readonly what: string;
  /** The list's address in the API. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | null>>;
}

/** The whole list as a file, for a spreadsheet. */
export function Downloads({ what, path, query }: DownloadsProps) {
  const words = useTextsOf(recordTexts);
  return (
    <Group gap="sm" className="rr-no-print">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Anchor
          key={format}
          href={`/api${path}?${new URLSearchParams([...given(query), ['format', format]])}`}
          download
          underline="always"
          aria-label={`${words.download(format.toUpperCase())}: ${what}`}
        >
          {words.download(format.toUpperCase())}
        </Anchor>
      ))}
    </Group>
  );
}

const given = (query: DownloadsProps['query']): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
