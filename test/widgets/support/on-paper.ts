/** Has a widget look as it is printed, while something is checked. */
export const onPaper = ({ shadowRoot }: Element, check: () => void): void => {
  const rules = [...(shadowRoot?.adoptedStyleSheets ?? [])].flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule): rule is CSSMediaRule =>
        rule instanceof CSSMediaRule && rule.media.mediaText === 'print',
    ),
  );
  for (const { media } of rules) media.mediaText = 'all';
  try {
    check();
  } finally {
    for (const { media } of rules) media.mediaText = 'print';
  }
};
