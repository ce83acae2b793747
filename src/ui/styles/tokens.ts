/**
 * What the elements look like: tokens, and the rules that several of them share. No element's own.
 */
import { css } from 'lit';

/**
 * What every widget looks like, by role. Hosts set the public `--portal-*` properties on any ancestor; styles use the
 * private `--_*` alone. Colours that nobody sets come from the page: text inherits, what is muted and the lines are made of
 * the text's colour, and the rest follows `color-scheme`. Sizes are in `em` and `px`, never `rem`: hosts set the root's font
 * size as they like.
 */
export const tokens = css`
  --_accent: var(--portal-color-accent, light-dark(#0b5b8f, #8cc8f5));
  --_on-accent: var(
    --portal-color-on-accent,
    oklch(from var(--_accent) clamp(0, (0.66 - l) * 999, 1) 0 0)
  );
  --_accent-tint: var(
    --portal-color-accent-tint,
    color-mix(in srgb, var(--_accent) 10%, transparent)
  );
  --_link: var(--portal-color-link, var(--_accent));
  --_muted: var(--portal-color-text-muted, color-mix(in srgb, currentcolor 78%, transparent));
  --_surface: var(--portal-color-surface, transparent);
  --_raised: var(--portal-color-surface-raised, color-mix(in srgb, currentcolor 4%, transparent));
  --_border: var(--portal-color-border-control, color-mix(in srgb, currentcolor 62%, transparent));
  --_card-border: var(
    --portal-color-border-card,
    color-mix(in srgb, currentcolor 22%, transparent)
  );
  --_divider: var(--portal-color-divider, color-mix(in srgb, currentcolor 14%, transparent));
  --_focus: var(--portal-color-focus, var(--_accent));
  --_info: var(--portal-color-info, var(--_accent));
  --_danger: var(--portal-color-danger, light-dark(#a81616, #ffaba4));
  --_s1: calc(4px * var(--portal-density, 1));
  --_s2: calc(2 * var(--_s1));
  --_s3: calc(3 * var(--_s1));
  --_s4: calc(4 * var(--_s1));
  --_s5: calc(6 * var(--_s1));
  --_s6: calc(8 * var(--_s1));
  --_measure: var(--portal-measure, 40em);
  --_radius: var(--portal-radius-control, 6px);
  --_card-radius: var(--portal-radius-card, 10px);
  --_control: var(--portal-control-height, 44px);
  --_ring: var(--portal-focus-width, 3px);
`;
