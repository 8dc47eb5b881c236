/** The texts of the stores' listings. Plain words, no promise that a test does not hold. */

const SUMMARY = 'Explains health terms where you read them: offline, cited, graded.';

const DESCRIPTION = `Fascicle underlines health terms on the pages you read. Rest the pointer on one and a small card says in plain words
what it is, what is known and how well, with the source of every fact and the signs that need a doctor.

• Works offline. Every entry is in the package: Fascicle makes no network request at all.
• Keeps nothing. No account, no history, no telemetry.
• Changes no page. Marks are painted by the browser; the page's own code and layout stay as they are.
• Says how sure it is. Each fact is graded: strong, some, weak or no evidence, with its year and source.
• Search from the toolbar, misspelt if need be; read beside the page in the side panel; weigh possible causes of twitching.
• Yours to set: which sites, which marks, hover, click or key, light or dark. Works by keyboard alone.

Fascicle explains words. It does not diagnose, and it does not replace a doctor.`;

const WHY: Readonly<Record<string, string>> = {
  storage:
    'Keeps your settings and site rules on your machine, and in memory which terms the open tabs mention. Sync through your browser is off until you switch it on.',
  scripting:
    'Brings what marks terms into a page where one was met, and the card when you first point at marks there; starts and ends marks in open tabs.',
  contextMenus: '“Look up” on selected text.',
  sidePanel: 'Shows the full entry beside the page.',
  'access to all sites':
    'Marks appear where people read, and nobody knows where that is. Text is read in memory, on the reader’s machine; never stored, never sent.',
};

/** One Markdown file with everything the forms of the stores ask for. */
export function listing(version: string): string {
  const permissions = Object.entries(WHY).map(([name, why]) => `- **${name}**: ${why}`);
  return `# Store listing, version ${version}

Written by \`npm run store\`; the pictures beside this file as well.

## Name
Fascicle

## Summary
${SUMMARY}

## Description
${DESCRIPTION}

## Category
Education (Chrome, Edge: “Education”; Firefox: “Language & Support”)

## Single purpose
Explain health terms on the page that is being read.

## Permissions
${permissions.join('\n')}

## Data
Nothing is collected, sent, sold or shared. No remote code. See PRIVACY.md.

## Notes for reviewers
Build with \`npm ci && npm run zip\`: the packages in \`.output/\` are the same bytes as those handed in (\`tests/e2e/package\`
checks that). Preact's code that sets HTML is taken out at build time: \`modules/bundle-guard/preact.ts\`.
`;
}
