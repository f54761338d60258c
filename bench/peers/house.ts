/** Muster's core and Slack adapter over HTTP on a clock that stands still, so that a file prepared for a certain day is met on that day. No queue. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { slackApp } from '../../adapters/slack/app.ts'
import { openWorld } from '../kit/world.ts'

const { FILE = '', SLACK_API_URL = '', SIGNING_SECRET = '', BOT_TOKEN = '' } = process.env

const { core, log } = openWorld(FILE)
const slack = slackApp({
  handle: core.handle,
  ...core.doors,
  log,
  wallClock: () => new Date().toISOString(),
  env: { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: SLACK_API_URL },
})
await slack.start()
const server = createServer(express().use(slack.router))
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
