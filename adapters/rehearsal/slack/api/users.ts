import { z } from 'zod'
import { userJson } from '../directory.ts'
import { refused } from '../refusal.ts'
import { type Method, method, page, paging } from './method.ts'

export const userMethods: Record<string, Method> = {
  'users.info': method({ user: z.string() }, (state, args) => {
    const user = state.users.get(args.user)
    return user ? { user: userJson(state, user) } : refused('user_not_found')
  }),

  // Only the app's own workspace is searched: a Slack Connect user is found by id, never by address.
  'users.lookupByEmail': method({ email: z.string() }, (state, args) => {
    const wanted = args.email.toLowerCase()
    const user = [...state.users.values()].find(
      (each) => each.email.toLowerCase() === wanted && each.teamId === state.home.id && !each.deleted,
    )
    return user && wanted ? { user: userJson(state, user) } : refused('users_not_found')
  }),

  'users.list': method(paging, (state, args) => {
    const { items, response_metadata } = page([...state.users.values()], args)
    return { members: items.map((each) => userJson(state, each)), response_metadata }
  }),
}
