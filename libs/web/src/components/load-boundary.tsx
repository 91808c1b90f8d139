import { Component, Suspense, type ReactNode } from 'react';
import { useWording } from '../text/texts.js';
import { FullDialog } from './full-dialog.js';
import { Sign } from './sign.js';

interface LoadBoundaryProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Round what is fetched when it is opened: without a net it says so, and the page goes on. */
export class LoadBoundary extends Component<LoadBoundaryProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (this.state.hasFailed) return <NotFetched onClose={this.props.onClose} />;
    return <Suspense>{this.props.children}</Suspense>;
  }
}

function NotFetched({ onClose }: { readonly onClose: () => void }) {
  const { texts } = useWording();
  return (
    <FullDialog title={texts.common.errorTitle} closeLabel={texts.common.close} onClose={onClose}>
      <p role="alert">
        <Sign kind="warns" /> {texts.common.noContact}
      </p>
    </FullDialog>
  );
}
