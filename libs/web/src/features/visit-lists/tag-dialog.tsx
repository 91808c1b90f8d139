import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { FullDialog } from '../../components/full-dialog.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf } from '../../text/texts.js';
import styles from './my-day.module.css';
import type { ReadTag } from './tag-of-door.js';
import { canReadNfc, canReadQr, watchNfcTags, watchQrCodes } from './tag-readers.js';
import { Sign } from '../../components/sign.js';

interface TagDialogProps {
  /** What a tag is for. */
  readonly find: (text: string) => ReadTag;
  readonly onVisit: (visitId: string) => void;
  readonly onClose: () => void;
}

/** Start or finish by the tag at the door, for phones that can read one. */
export function TagDialog({ find, onVisit, onClose }: TagDialogProps) {
  const words = useTextsOf(myDayTexts);
  const video = useRef<HTMLVideoElement>(null);
  const [fault, setFault] = useState<string | null>(null);

  const onText = useEffectEvent((text: string) => {
    const tag = find(text);
    if (tag.kind === 'visit') onVisit(tag.visitId);
    else setFault(tag.kind === 'over' ? words.scanDone : words.scanUnknown);
  });
  const onNoCamera = useEffectEvent(() => setFault(words.scanNoCamera));

  useEffect(() => {
    const reading = new AbortController();
    const { signal } = reading;
    // The first tag that leads to a visit ends the reading: it is not pressed twice.
    const read = (text: string): void => {
      if (!signal.aborted) onText(text);
    };
    if (canReadNfc()) watchNfcTags(signal, read).catch(() => undefined);
    if (canReadQr() && video.current !== null) {
      watchQrCodes(video.current, signal, read).catch(() => !signal.aborted && onNoCamera());
    }
    return () => reading.abort();
  }, []);

  return (
    <FullDialog title={words.scanTitle} closeLabel={words.close} onClose={onClose} isWhole>
      <p>{words.scanHint}</p>
      <p role="alert">
        {fault !== null && (
          <>
            <Sign kind="warns" /> {fault}
          </>
        )}
      </p>
      {canReadQr() && <video ref={video} className={styles.camera} muted playsInline aria-hidden />}
    </FullDialog>
  );
}
