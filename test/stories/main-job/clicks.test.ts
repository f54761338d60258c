/**
 * The main job as it is clicked, from the checklist to the five acknowledgements: in the rehearsal room, everybody in a browser of their own. What comes
 * before, and what chat may carry of the long forms, is done over the wire; the whole story over the wire is `main-job.test.ts`.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../../peers/browser.ts'
import { needs } from '../../peers/needs.ts'
import { AT_THE_DESK } from './at-the-desk.ts'
import { type InTheRoom, inTheRoom } from './in-the-room.ts'
import type { onTheDesk } from './on-the-desk.ts'
import { openOnRedis, type Stage } from './stage.ts'
import { checklistInChat, criteriaInChat, toTheDraft } from './stations.ts'

describe.skipIf(!needs('chromium'))('the main job, click by click', { timeout: 60_000 }, () => {
  let browser: Browser
  let stage: Stage
  /** The code word of the case. */
  let code = ''
  let desk: ReturnType<typeof onTheDesk>
  const seats = new Map<string, InTheRoom>()
  const troubles: string[] = []

  beforeAll(async () => {
    ;[browser, stage] = await Promise.all([startBrowser(), openOnRedis({ at: '2026-12-17T17:00' })])
    code = await toTheDraft(stage)
    await checklistInChat(stage, code)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await stage?.close()
    expect(troubles).toEqual([])
  })

  describe('the checklist on the desk', () => {
    afterAll(leave)

    it('the SPA follows her link from Teams: an error stands beside its boxes, and nothing typed is lost', async () => {
      const spa = await seat('spa', 'teams')
      const form = spa.message('Who makes up the family, by role?')
      desk = await spa.goesToTheDesk(form.getByRole('button', { name: 'Write this on the desk' }).last())
      await desk.heading('E1 Case header (1 of 2)').waitFor()
      await desk.page.getByText(`${code}: Rapid Review checklist`).waitFor()

      const family = desk.page.getByLabel('Who makes up the family, by role?')
      const children = desk.question('Who are the children?')
      await family.fill(AT_THE_DESK)
      await children.getByLabel('Education').fill('nursery')
      await desk.presses('Next')

      await desk.problems.getByText('Choose one of the options').waitFor()
      await children.getByText('Choose one of the options').waitFor()
      expect(await children.getByLabel('Education').inputValue()).toBe('nursery')
      expect(await family.inputValue()).toBe(AT_THE_DESK)
    })

    it('she mends it and writes the rest; what is left is a second person’s', async () => {
      await desk.question('Who are the children?').getByLabel('Age band').selectOption('1 to 4')
      await desk.writesTheRest()
      await desk.presses('Submit')
      await desk.heading('E6 Style check').waitFor()
      await desk.question('A second person').getByText('Jo Mockford and Sam Placeholder have been asked').waitFor()
    })

    it('the second person reads it where words about people may stand, ticks it in Slack and hands it in', async () => {
      const bm = await seat('bm', 'slack')
      const asked = bm.message(code, 'A second person')
      const read = await bm.goesToTheDesk(asked.getByRole('button', { name: 'Read it on the desk' }))
      await read.heading('Check your answers').waitFor()
      await read.page.getByText(AT_THE_DESK).first().waitFor()

      await bm.closesEverything()
      await asked.getByRole('button', { name: 'Tick it here' }).click()
      await bm.front.getByText('E6 Style check').waitFor()
      await bm.front.getByRole('checkbox', { name: 'Yes, I confirm this' }).last().check()
      await bm.front.getByRole('button', { name: 'Check your answers' }).click()
      await bm.front.getByText('A second person: Confirmed').waitFor()
      await bm.front.getByRole('button', { name: 'Submit' }).click()
      await bm.message(`${code}: “Rapid Review checklist” is submitted.`).waitFor()
    })
  })

  describe('the decision', () => {
    afterAll(leave)

    it('cannot be handed in without its reasons, and leads the commissioner to the desk, where an empty box is named', async () => {
      await stage.settle()
      await criteriaInChat(stage, code)
      const icsc = await seat('icsc', 'slack')
      await icsc.front.getByText(`${code} · Page`).waitFor()
      await icsc.front.getByRole('button', { name: 'Submit' }).click()
      await icsc.front.getByText('This wants an answer, or another look, on the secure desk').waitFor()
      desk = await icsc.goesToTheDesk(icsc.front.getByRole('button', { name: 'Write this on the desk' }))
      await desk.heading('Must be considered: improvements').waitFor()
      await desk.presses('Next')
      await desk.problems.getByText('Why? Write an answer').waitFor()
      await desk.writesTheRest()
      await desk.presses('Save and stop for now')
      await desk.heading(`${code}: The decision`).waitFor()
    })

    it('is confirmed in Slack, and the case is with the partners', async () => {
      const icsc = await seat('icsc', 'slack')
      await icsc.closesEverything()
      await icsc
        .message(`${code}: Agree the content`)
        .getByRole('button', { name: 'Consider the criteria and decide' })
        .click()
      await icsc.front.getByText('Check your answers').waitFor()
      await icsc.front.getByRole('button', { name: 'Submit' }).click()
      await icsc.message(`${code}: Agree the content`, 'Answered: “').waitFor()
    })
  })

  describe('the five acknowledgements', () => {
    let dana: InTheRoom
    let noor: InTheRoom

    it('nothing is to be acknowledged before it is shared; when the SPA says yes, partners have the button at once', async () => {
      dana = await seat('slt-hac', 'slack')
      noor = await seat('slt-nhs', 'teams')
      for (const partner of [dana, noor]) {
        await partner.message(`${code}: Ratify`, 'reach you when it is shared, by Fri 8 Jan 2027').waitFor()
        expect(await partner.page.getByRole('button', { name: 'Acknowledge', exact: true }).count()).toBe(0)
      }
      const spa = await seat('spa', 'teams')
      await spa.pressAndConfirm(spa.message(`${code}: Share the agreed review`), 'Share with the partners')
      for (const partner of [dana, noor])
        await asked(partner).getByRole('button', { name: 'Acknowledge', exact: true }).waitFor()
      expect(stage.today()).toBe('2027-01-05')
    })

    it.each([
      ['slt-hac', 'slack'],
      ['slt-col', 'slack'],
      ['slt-nhs', 'teams'],
      ['slt-mps', 'teams'],
      ['slt-clp', 'teams'],
    ] as const)('%s says in %s to have read it', async (id, at) => {
      await stage.settle()
      const partner = await seat(id, at)
      await partner.pressAndConfirm(asked(partner), 'Acknowledge')
      await asked(partner).getByText('Done: Acknowledge').waitFor()
    })

    it('every copy of the case’s card follows, in Slack and in Teams, and nobody has to look again', async () => {
      const newest = 'Ready to submit to the Panel'
      for (const one of [dana, noor, await seat('icsc', 'teams')]) {
        await one.message('Rapid Review RR-2026-01', newest).waitFor()
        const behind = one.messages.filter({ hasText: 'Rapid Review RR-2026-01' }).filter({ hasNotText: newest })
        await behind.waitFor({ state: 'detached' })
      }
      await stage.settle()
      const copies = ['spa', 'icsc', 'bm', 'slt-col', 'slt-mps', 'slt-clp'].flatMap((id) => {
        const { slackId, teamsId } = stage.member(id)
        const sees = [...(slackId ? [stage.slack(id)] : []), ...(teamsId ? [stage.teams(id)] : [])]
        return sees.flatMap((one) => one.reads('Rapid Review RR-2026-01'))
      })
      expect(copies.filter((words) => !words.includes(newest))).toEqual([])
      expect(copies.length).toBeGreaterThan(6)
    })

    /** The card on which a partner is asked to read it. */
    const asked = (partner: InTheRoom) => partner.message(`${code}: Read the Rapid Review`)
  })

  /** Takes a seat, or goes on where somebody sits. */
  async function seat(id: string, at: 'slack' | 'teams'): Promise<InTheRoom> {
    const taken = seats.get(`${id} ${at}`)
    if (taken !== undefined) return taken
    const fresh = await inTheRoom(browser, { address: stage.address, person: stage.member(id), at }, troubles)
    seats.set(`${id} ${at}`, fresh)
    return fresh
  }

  /** Everybody goes: an open room is drawn again at every change. */
  async function leave(): Promise<void> {
    await Promise.all([...seats.values()].map((one) => one.close()))
    seats.clear()
  }
})
