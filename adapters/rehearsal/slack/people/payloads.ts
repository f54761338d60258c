import { teamOf, userOf } from '../directory.ts'
import { valuesOf } from '../inputs.ts'
import { messageJson } from '../messages.ts'
import { isModal, viewJson } from '../modals.ts'
import { issueResponseUrl } from '../response-urls.ts'
import { type AnyView, type Channel, type Json, type Message, type State, seconds, type Values } from '../state.ts'
import { issueTrigger } from '../triggers.ts'

/** The bodies Slack sends, as docs.slack.dev/reference/interaction-payloads and /apis/events-api describe them. */

/** What every interaction carries. The team is the person's own, which for Slack Connect is not the app's. */
function interaction(state: State, userId: string, type: string): Json {
  const user = userOf(state, userId)
  const team = teamOf(state, user)
  return {
    type,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: state.app.id,
    token: state.app.token,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

export function slashCommand(state: State, userId: string, command: string, text: string, channel: Channel): Json {
  const user = userOf(state, userId)
  const team = teamOf(state, user)
  return {
    token: state.app.token,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(state, { channel: channel.id, userId }),
    trigger_id: issueTrigger(state, userId),
  }
}

export function pressedInMessage(state: State, userId: string, message: Message, values: Values, action: Json): Json {
  const channel = state.channels.get(message.channel) as Channel
  const isEphemeral = message.onlyFor !== undefined
  return {
    ...interaction(state, userId, 'block_actions'),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    trigger_id: issueTrigger(state, userId),
    channel: { id: channel.id, name: nameOf(channel) },
    // Slack does not keep ephemeral messages, so it cannot send them back.
    ...(!isEphemeral && { message: messageJson(state, message) }),
    state: { values: valuesOf(message.blocks, values) },
    response_url: issueResponseUrl(state, { channel: channel.id, userId, messageTs: message.ts }),
    actions: [action],
  }
}

export function pressedInView(state: State, view: AnyView, action: Json): Json {
  return {
    ...interaction(state, view.userId, 'block_actions'),
    container: { type: 'view', view_id: view.id },
    trigger_id: issueTrigger(state, view.userId, isModal(view) ? view.id : undefined),
    view: viewJson(state, view),
    actions: [action],
  }
}

export function submitted(state: State, view: AnyView): Json {
  return {
    ...interaction(state, view.userId, 'view_submission'),
    trigger_id: issueTrigger(state, view.userId, view.id),
    view: viewJson(state, view),
    response_urls: [],
  }
}

export function closed(state: State, view: AnyView, isCleared: boolean): Json {
  return { ...interaction(state, view.userId, 'view_closed'), view: viewJson(state, view), is_cleared: isCleared }
}

export function suggestion(state: State, userId: string, container: Json, about: Json): Json {
  return { ...interaction(state, userId, 'block_suggestion'), container, ...about }
}

/** The envelope around every event. */
export function eventCallback(state: State, event: Json, channel?: Channel): Json {
  return {
    token: state.app.token,
    team_id: state.home.id,
    context_team_id: state.home.id,
    context_enterprise_id: null,
    api_app_id: state.app.id,
    event,
    type: 'event_callback',
    event_id: state.nextId('Ev'),
    event_time: seconds(state.clock()),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.home.id,
        user_id: state.app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.isExtShared ?? false,
    event_context: `4-${state.secret()}`,
  }
}

/** A message as its event tells it: `message` with the kind of conversation, or `app_mention`. */
export function messageEvent(state: State, message: Message, channel: Channel, type: 'message' | 'app_mention'): Json {
  const { teamId } = userOf(state, message.user)
  const away = teamId !== state.home.id && { user_team: teamId, source_team: teamId }
  return {
    ...messageJson(state, message),
    type,
    ...away,
    channel: channel.id,
    event_ts: message.ts,
    ...(type === 'message' && { channel_type: channelType(channel) }),
  }
}

/** `im`, `mpim`, `group` or `channel`: as event subscriptions are named, `message.` before it. */
export function channelType(channel: Channel): string {
  if (channel.kind !== 'channel') return channel.kind
  return channel.isPrivate ? 'group' : 'channel'
}

function nameOf(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage'
  return channel.isPrivate ? 'privategroup' : channel.name
}
