import { z } from 'zod'
import { refused } from '../refusal.ts'
import { type Method, method } from './method.ts'

export const authMethods: Record<string, Method> = {
  'api.test': method({ error: z.string().optional() }, (_, { error }) => (error ? refused(error) : {})),

  'auth.test': method({}, ({ home, app, users }) => ({
    url: `https://${home.domain}.slack.com/`,
    team: home.name,
    team_id: home.id,
    user: users.get(app.botUserId)?.name,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  })),

  'team.info': method({ team: z.string().optional() }, (state, { team }) => {
    const found = state.teams.get(team ?? state.home.id)
    return found ? { team: { ...found, email_domain: '' } } : refused('team_not_found')
  }),

  'bots.info': method({ bot: z.string().optional() }, ({ app, users }, { bot }) => {
    if (bot !== undefined && bot !== app.botId) return refused('bot_not_found')
    const name = users.get(app.botUserId)?.realName
    return { bot: { id: app.botId, app_id: app.id, user_id: app.botUserId, name, deleted: false } }
  }),
}
