/** What of the newer browser interfaces is used here; the types of the page do not know them yet. */
interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface NearFieldReader {
  scan(options: { readonly signal: AbortSignal }): Promise<void>;
  onreading: ((event: NearFieldReading) => void) | null;
}
interface NearFieldReading {
  readonly message: { readonly records: readonly { readonly recordType: string; readonly data?: DataView }[] };
}
interface TagWindow {
  readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => BarcodeReader;
  readonly NDEFReader?: new () => NearFieldReader;
}

const LOOK_EVERY_MILLISECONDS = 250;
const tagWindow = (): TagWindow => window as unknown as TagWindow;

export const canReadQr = (): boolean =>
  tagWindow().BarcodeDetector !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;
export const canReadNfc = (): boolean => tagWindow().NDEFReader !== undefined;

/**
 * Shows the camera in `video` and tells every QR code it sees, until `signal` ends it. The picture stays in the phone.
 *
 * @throws DOMException where the camera may not be used
 */
export async function watchQrCodes(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  const { BarcodeDetector } = tagWindow();
  if (BarcodeDetector === undefined) return;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop, { once: true });
  video.srcObject = stream;
  // Not waited for: a camera that is slow to start is looked at until it shows something.
  void video.play().catch(() => undefined);
  const reader = new BarcodeDetector({ formats: ['qr_code'] });
  const look = async (): Promise<void> => {
    // A picture that cannot be read (the camera is still starting) is followed by another.
    const codes = await reader.detect(video).catch(() => []);
    if (signal.aborted) return;
    for (const { rawValue } of codes) onText(rawValue);
    setTimeout(() => void look(), LOOK_EVERY_MILLISECONDS);
  };
  void look();
}

/** Tells every text or address on an NFC tag held to the phone, until `signal` ends it. */
export async function watchNfcTags(signal: AbortSignal, onText: (text: string) => void): Promise<void> {
  const { NDEFReader } = tagWindow();
  if (NDEFReader === undefined) return;
  const reader = new NDEFReader();
  reader.onreading = ({ message }) => {
    for (const { recordType, data } of message.records) {
      if (data !== undefined && ['text', 'url', 'absolute-url'].includes(recordType))
        onText(new TextDecoder().decode(data));
    }
  };
  await reader.scan({ signal });
}
