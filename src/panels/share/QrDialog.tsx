import { useTranslations } from 'use-intl';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { qrCodeOf } from './qrCode';

interface QrDialogProps extends DialogProps {
  readonly link: string;
}

/** The link as a QR code, as large as the window; dark on light in either theme, because not every camera reads the reverse. */
export function QrDialog({ link, ...props }: QrDialogProps) {
  const t = useTranslations('share');
  const code = qrCodeOf(link);
  return (
    <DialogShell {...props} title={t('qr')} className="qr-dialog">
      {code ? (
        <svg
          className="qr-code"
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={t('qrOf')}
          shapeRendering="crispEdges"
        >
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
      ) : (
        <p>{t('qrTooLong', { length: link.length })}</p>
      )}
    </DialogShell>
  );
}
