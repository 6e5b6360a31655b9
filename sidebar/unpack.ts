// The page's first script: unpacks the sidebar's own, which stands deflated in it, and runs it.
import { sidebarStartWords } from '../src/i18n/words/sidebar-start';

/** The sidebar's script, deflated, in base64; put here by the build. */
declare const __PACKED__: string;

async function run(): Promise<void> {
  const bytes = Uint8Array.from(atob(__PACKED__), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const script = document.createElement('script');
  script.textContent = await new Response(plain).text();
  document.body.append(script);
}

run().catch(() => {
  // Browsers from before 2023 cannot; the reader's language is not known yet.
  document.body.textContent = Object.values(sidebarStartWords['app.oldBrowser']).join('\n');
});
