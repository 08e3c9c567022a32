import { parse } from 'bowser';
import type { Device } from '../db/workspace/sessions';

const longestRead = 500;
const longestName = 40;

/** The browser and the operating system that a User-Agent header names; null for what it does not say, as that of a program. */
export function deviceOf(userAgent: string | null | undefined): Device {
  if (!userAgent) return { browser: null, operatingSystem: null };
  const { browser, os } = parse(userAgent.slice(0, longestRead));
  return { browser: nameOf(browser.name), operatingSystem: nameOf(os.name) };
}

function nameOf(name: string | undefined): string | null {
  return name ? name.slice(0, longestName) : null;
}
