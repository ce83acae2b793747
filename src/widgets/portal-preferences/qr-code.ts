import { svg, html } from 'lit';
import { encode } from 'uqr';

/** Light squares around a code, without which readers do not find it (ISO/IEC 18004). */
const quietZone = 4;

/**
 * A text as a QR code: dark on light, in dark colours too.
 * @param label what it is, for people who do not see it
 */
export const qrCodeView = (text: string, label: string) => {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const dark = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return html`
    <svg class="pw-qr-code" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}>
      ${svg`<path d=${dark} />`}
    </svg>
  `;
};
