/** The forms of an amendment (29.2). */
import { account, anyDate, ask, doc, passedDate, remark } from '../../forms/ask.ts'
import type { Form } from '../../forms/form.ts'

const propose: Form = {
  id: 'Z-propose',
  title: 'Propose an amendment',
  sections: [
    {
      id: 'ZP',
      title: 'What changes',
      questions: [
        remark('ZP1', 'Which paragraphs, and to what end?'),
        ask('ZP2', 'Where is the marked-up text kept?', doc),
        ask('ZP3', 'From when would it be in force?', anyDate),
      ],
    },
  ],
}

const object: Form = {
  id: 'Z-object',
  title: 'Objection',
  sections: [
    { id: 'ZO', title: 'Why', questions: [account('ZO1', 'What does your organisation object to, and why?')] },
  ],
}

const publish: Form = {
  id: 'Z-publish',
  title: 'New version',
  sections: [
    {
      id: 'ZV',
      title: 'The new version',
      questions: [
        ask('ZV1', 'Which version is it?', { kind: 'text', max: 20, lines: 'one' }),
        ask('ZV2', 'From when is it in force?', anyDate),
        ask('ZV3', 'When was it published?', passedDate),
      ],
    },
  ],
}

export const forms: Readonly<Record<string, Form>> = { 'Z-propose': propose, 'Z-object': object, 'Z-publish': publish }
