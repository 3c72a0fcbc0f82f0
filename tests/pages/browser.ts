import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

/** Chromium asks for nothing by itself: no updates, no component downloads, no safe-browsing lists, no field trials. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-client-side-phishing-detection",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-first-run",
  "--no-pings",
  "--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater",
];

/** The Chromium of the npm package, headless, unpacked on first use. */
export async function launch(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [...QUIET, "--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
  });
}
