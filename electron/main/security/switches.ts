import type { CommandLine } from 'electron'

/** Parts of Chromium that talk to somebody's server by themselves. */
const features = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
]

/** Switches that keep Chromium from the network, by name. */
export const quietSwitches: Readonly<Record<string, string>> = {
  'disable-background-networking': '',
  'disable-breakpad': '',
  'disable-client-side-phishing-detection': '',
  'disable-component-update': '',
  'disable-default-apps': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'metrics-recording-only': '',
  'no-first-run': '',
  'no-pings': '',
  // No name has an address, and no proxy is looked for, so that nothing that was missed gets out.
  'host-resolver-rules': 'MAP * ~NOTFOUND, EXCLUDE localhost',
  'no-proxy-server': '',
}

/** Must run before Electron is ready. What the command line already says of features is kept. */
export function keepChromiumQuiet(commandLine: CommandLine): void {
  for (const [name, value] of Object.entries(quietSwitches)) commandLine.appendSwitch(name, value)
  const given = commandLine.getSwitchValue('disable-features')
  commandLine.appendSwitch('disable-features', [given, ...features].filter(Boolean).join(','))
}
