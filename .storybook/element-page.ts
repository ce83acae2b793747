import {
  Canvas,
  Controls,
  DocsContext,
  Heading,
  Markdown,
  Source,
  Title,
} from '@storybook/addon-docs/blocks';
import { createElement as h, Fragment, useContext, useEffect, useState } from 'react';
import { groups } from '../stories/story.js';
import { elements, type ElementManifest } from './manifest.js';
import { snippetsOf } from './snippets.js';

interface StoryOfElement {
  readonly id: string;
  readonly name: string;
  readonly component?: unknown;
  readonly parameters: { readonly group?: string };
  readonly moduleExport: unknown;
}

/**
 * An element's page: its full state with controls, the markup to copy, its parts and tokens, and the way to every other
 * state. Two states are live, so that the page is there at once.
 */
export const ElementPage = () => {
  const stories = useContext(DocsContext).componentStories() as unknown as StoryOfElement[];
  const [full] = stories;
  const element = elements.get(String(full?.component));
  const refused = stories.find(({ parameters }) => parameters.group === 'Refused');
  if (!full || !element) return h(Title);
  return h(
    Fragment,
    null,
    h(Title),
    h(Markdown, null, element.description ?? ''),
    h(Canvas, { of: full.moduleExport as never, sourceState: 'none' }),
    h(Controls, { of: full.moduleExport as never }),
    h(Heading, null, 'Markup to copy'),
    h(Snippets, { element }),
    refused &&
      h(
        Fragment,
        null,
        h(Heading, null, 'Where a rule says no'),
        h(Canvas, { of: refused.moduleExport as never, sourceState: 'none' }),
      ),
    h(Heading, null, 'Parts'),
    h(Parts, { element }),
    h(Heading, null, 'Tokens'),
    h(TokenKnobs),
    h(Heading, null, 'Every state'),
    h(EveryState, { stories }),
  );
};

const Snippets = ({ element }: { element: ElementManifest }) => {
  const snippets = snippetsOf(element);
  const [chosen, choose] = useState('HTML');
  return h(
    Fragment,
    null,
    h(
      'p',
      { role: 'group', 'aria-label': 'For' },
      Object.keys(snippets).map((name) =>
        h(
          'button',
          {
            key: name,
            type: 'button',
            'aria-pressed': name === chosen,
            style: { marginInlineEnd: 8, fontWeight: name === chosen ? 700 : 400 },
            onClick: () => {
              choose(name);
            },
          },
          name,
        ),
      ),
    ),
    h(Source, { code: snippets[chosen] ?? '', language: chosen === 'HTML' ? 'html' : 'jsx' }),
  );
};

const outline = new CSSStyleSheet();

/** The parts of an element; pressing one outlines it in the states above. */
const Parts = ({ element: { tagName, cssParts = [] } }: { element: ElementManifest }) => {
  const [shown, show] = useState('');
  useEffect(() => {
    if (!document.adoptedStyleSheets.includes(outline)) document.adoptedStyleSheets.push(outline);
    outline.replaceSync(
      shown &&
        `${tagName}::part(${shown}), ${tagName} [part~='${shown}'] { outline: 3px dashed light-dark(#c0108a, #ff8ad8); outline-offset: 2px; }`,
    );
    return () => {
      outline.replaceSync('');
    };
  }, [shown, tagName]);
  return h(
    Fragment,
    null,
    h('p', null, 'Press a part to see it outlined in the states above, where it shows.'),
    h(
      'table',
      null,
      h('thead', null, h('tr', null, h('th', null, 'Part'), h('th', null, 'For'))),
      h(
        'tbody',
        null,
        cssParts.map(({ name, description }) =>
          h(
            'tr',
            { key: name },
            h(
              'td',
              null,
              h(
                'button',
                {
                  type: 'button',
                  'aria-pressed': shown === name,
                  onClick: () => {
                    show(shown === name ? '' : name);
                  },
                },
                `::part(${name})`,
              ),
            ),
            h('td', null, description),
          ),
        ),
      ),
    ),
  );
};

const knobs = [
  { token: '--portal-color-accent', label: 'Accent', type: 'color', start: '#0b5b8f', unit: '' },
  { token: '--portal-radius-control', label: 'Corners', type: 'range', start: '6', unit: 'px' },
  {
    token: '--portal-radius-card',
    label: 'Corners of cards',
    type: 'range',
    start: '10',
    unit: 'px',
  },
] as const;

/** A few tokens to try; the rest is on a page of its own. */
const TokenKnobs = () => {
  useEffect(
    () => () => {
      for (const { token } of knobs) document.documentElement.style.removeProperty(token);
    },
    [],
  );
  return h(
    Fragment,
    null,
    h(
      'p',
      null,
      'Every element takes all of the tokens. These change the states above; ',
      h('a', { href: '?path=/docs/guide-tokens--docs', target: '_top' }, 'the page of tokens'),
      ' has the rest.',
    ),
    knobs.map(({ token, label, type, start, unit }) =>
      h(
        'p',
        { key: token },
        h(
          'label',
          null,
          h('input', {
            ...{ type, defaultValue: start, min: 0, max: 24 },
            onInput: ({ currentTarget }) => {
              document.documentElement.style.setProperty(token, currentTarget.value + unit);
            },
          }),
          ` ${label} `,
          h('code', null, token),
        ),
      ),
    ),
  );
};

const EveryState = ({ stories }: { stories: readonly StoryOfElement[] }) =>
  h(
    Fragment,
    null,
    groups.map((group) => {
      const members = stories.filter(({ parameters }) => parameters.group === group);
      return (
        members.length > 0 &&
        h(
          Fragment,
          { key: group },
          h('h3', null, group),
          h(
            'ul',
            null,
            members.map(({ id, name }) =>
              h('li', { key: id }, h('a', { href: `?path=/story/${id}`, target: '_top' }, name)),
            ),
          ),
        )
      );
    }),
  );
