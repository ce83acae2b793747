import { msg, str } from '../../locales/localize.js';

/** What is said of a control that was left empty: its own words name the act ("Enter your username"). */
export const missingWords = ({
  label,
  missing,
}: {
  readonly label: string;
  readonly missing?: string | undefined;
}): string => missing ?? msg(str`${label} is required.`);
