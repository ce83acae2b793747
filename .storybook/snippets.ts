import type { ElementManifest } from './manifest.js';

/** What an element's pages may be called, where an attribute leads to one. */
const pages: Readonly<Record<string, string>> = {
  'recovery-href': 'recovery.html',
  'signup-href': 'sign-up.html',
  'next-href': 'my-health.html',
  'messages-href': 'messages.html',
  'help-href': 'help.html',
};

const session = 'portal-session';

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** An element with the attributes that most pages give it, and a listener where it has an event. */
const markup = ({ tagName, attributes = [], events = [] }: ElementManifest, on: Listener) => {
  const given = attributes.flatMap(({ name }) => (pages[name] ? [`${name}="${pages[name]}"`] : []));
  const [event] = events;
  const parts = [tagName, ...given, ...(event && tagName !== session ? [on(event.name)] : [])];
  const line = `<${parts.filter(Boolean).join(' ')}></${tagName}>`;
  if (tagName === session) return `<${session} base-url="/api" policy="mycooper"></${session}>`;
  return `<${session} base-url="/api" policy="mycooper">\n  ${line}\n</${session}>`;
};

type Listener = (event: string) => string;

/** The markup of an element, for each way in which a hospital's page may be built. */
export const snippetsOf = (element: ElementManifest): Readonly<Record<string, string>> => {
  const { tagName } = element;
  const imports = [...new Set([session, tagName])].map(
    (tag) => `import 'portal-widgets/define/${tag}';`,
  );
  const inScript = imports.join('\n');
  return {
    HTML: `<script type="module" src="/portal-widgets/autoload.js"></script>\n\n${markup(element, () => '')}`,
    React: `// React 19 or later\n${inScript}\n\nexport const Page = () => (\n${indented(
      markup(element, (event) => `on${event}={(event) => console.log(event)}`),
      '  ',
    )}\n);`,
    Vue: `<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }) -->\n<script setup>\n${inScript}\n</script>\n\n<template>\n${indented(
      markup(element, (event) => `@${event}="(event) => console.log(event)"`),
      '  ',
    )}\n</template>`,
    Angular: `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';\n${inScript}\n\n@Component({\n  selector: 'app-page',\n  schemas: [CUSTOM_ELEMENTS_SCHEMA],\n  template: \`\n${indented(
      markup(element, (event) => `(${event})="heard($event)"`),
      '    ',
    )}\n  \`,\n})\nexport class Page {\n  heard(event: Event) {\n    console.log(event);\n  }\n}`,
    Svelte: `<script>\n${indented(inScript, '  ')}\n</script>\n\n${markup(
      element,
      (event) => `on${event}={(event) => console.log(event)}`,
    )}`,
  };
};
