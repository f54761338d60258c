/** The desk on a port of its own, and somebody with a browser that keeps cookies, fills in forms, and runs no script. */

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { deskRouter } from '../../adapters/web/desk.ts'
import { idsFrom } from '../../src/kernel/ids.ts'
import type { Log } from '../../src/ports.ts'
import { type Core, createCore } from './core.ts'
import { formsIn } from './html.ts'

export interface Page {
  readonly status: number
  readonly url: string
  readonly html: string
  readonly headers: Headers
}

export async function openDesk(core: Core = createCore(), baseUrl?: string) {
  const logged: string[] = []
  const line = (fields: Readonly<Record<string, unknown>>, words: string) =>
    void logged.push(JSON.stringify({ ...fields, words }))
  const log: Log = { info: line, warn: line, error: line }
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ids = idsFrom({ clock: core.clock, randomBytes })
  app.use(
    '/desk',
    deskRouter({
      ...core,
      baseUrl: baseUrl ?? base,
      log,
      ids,
      csrfSecret: 'a secret of the tests',
      partnership: () => 'City & Hackney Safeguarding Children Partnership',
    }),
  )
  return {
    core,
    base,
    logged,
    visitor: () => createVisitor(base),
    /** Somebody who has come in by a link. */
    async signedIn() {
      const visitor = createVisitor(base)
      const token = `token-${ids.secret()}`
      core.sendsLink(token)
      await visitor.open(`/desk/in/${token}`)
      await visitor.press('Continue as Priya S.')
      return visitor
    },
    close: () => void server.close(),
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

export function createVisitor(base: string) {
  const cookies = new Map<string, string>()
  let page: Page = { status: 0, url: '', html: '', headers: new Headers() }

  async function go(path: string, body?: URLSearchParams, headers: Record<string, string> = {}): Promise<Page> {
    const url = new URL(path, base)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'sec-fetch-site': 'same-origin' } : {}), ...headers },
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    page = { status: answer.status, url: url.pathname + url.search, html: await answer.text(), headers: answer.headers }
    const onward = answer.headers.get('location')
    return onward === null ? page : go(onward)
  }

  /** The form with this button, as it would be sent. */
  function filledIn(label: string, answers: Readonly<Record<string, string | readonly string[]>> = {}) {
    const form = formsIn(page.html).find((one) => one.buttons.some((button) => button.label === label))
    const button = form?.buttons.find((one) => one.label === label)
    if (form === undefined || button === undefined) throw new Error(`there is no button "${label}" on ${page.url}`)
    const kept = form.fields.filter(([name]) => answers[name] === undefined)
    const body = new URLSearchParams([...form.hidden, ...kept].map(([name, value]): [string, string] => [name, value]))
    for (const [name, value] of Object.entries(answers)) for (const one of [value].flat()) body.append(name, one)
    if (button.name !== '') body.append(button.name, button.value)
    return { action: form.action, body }
  }

  return {
    cookies,
    page: () => page,
    open: (path: string) => go(path),
    filledIn,
    send: go,
    /** Fills in what is given, leaves the rest as it stands, and presses the button. */
    press(label: string, answers: Readonly<Record<string, string | readonly string[]>> = {}) {
      const { action, body } = filledIn(label, answers)
      return go(action, body)
    },
  }
}
