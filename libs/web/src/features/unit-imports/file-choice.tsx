import { Button, Group, Text } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { importTexts } from '../../text/pages/imports.js';
import { useTextsOf } from '../../text/texts.js';
import styles from './import.module.css';

interface FileChoiceProps {
  readonly onFiles: (files: readonly File[]) => void;
}

const ACCEPTED = '.csv,.txt,.xlsx,.geojson,.json';

/** Files by a button, a folder by another, or dropped. */
export function FileChoice({ onFiles }: FileChoiceProps) {
  const words = useTextsOf(importTexts);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])].filter(({ name }) => !name.startsWith('.'));
    if (chosen.length > 0) onFiles(chosen);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Group gap="sm" justify="center">
        <Button onClick={() => files.current?.click()}>{words.files}</Button>
        <Button variant="default" onClick={() => folder.current?.click()}>
          {words.folder}
        </Button>
      </Group>
      <Text>{words.drop}</Text>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={words.files}
        onChange={({ currentTarget }) => take(currentTarget.files)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={words.folder}
        {...{ webkitdirectory: '' }}
        onChange={({ currentTarget }) => take(currentTarget.files)}
      />
    </div>
  );
}
