/** Debian's Chromium, headless. One browser a suite; close it in afterAll. */
import { type Browser, chromium } from 'playwright-core'
import { CHROMIUM } from './needs.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET, headless: true })
}
