import { test as base, type Page } from './journey.js';

/**
 * Journeys in a browser that a screen reader has woken: only then does Chromium make the whole
 * accessibility tree, with what `content-visibility` leaves to be laid out later.
 */
export const test = base.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), '--force-renderer-accessibility'];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

interface LaunchOptions {
  readonly args?: readonly string[];
}

/** Something that a screen reader stops at. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  /** The text in it, as it is read out. */
  readonly text: string;
}

/** As much of a node of the accessibility tree as is read here (CDP, `Accessibility.AXNode`). */
interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

/** All that a screen reader can reach in a page, in order. */
export const heard = async (page: Page): Promise<readonly Heard[]> => {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] };
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = ({ ignored, role, name, childIds = [] }: TreeNode): string =>
    !ignored && role?.value === 'StaticText'
      ? (name?.value ?? '')
      : childIds
          .map((id) => byId.get(id))
          .map((child) => (child ? textOf(child) : ''))
          .filter((text) => text !== '')
          .join(' ');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: node.role?.value ?? '',
      name: node.name?.value ?? '',
      text: textOf(node),
    }));
};
