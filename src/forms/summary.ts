/** What has been answered, for a card in chat or a page of the desk. */
import { shown } from './draw.ts'
import type { Answers, Form, FormContext } from './form.ts'
import { progressOf, route, type Surface } from './route.ts'
import { inTerms } from './terms.ts'

export interface Summary {
  readonly answered: number
  readonly of: number
  /** How many that must be answered are not. */
  readonly mandatoryLeft: number
  readonly rows: readonly {
    readonly question: string
    readonly label: string
    readonly shown: string
    readonly page: string
  }[]
}

/** The count, and a line a question. In chat a class S answer is "Answered on the desk", never its words. */
export function summary(
  form: Form,
  answers: Answers,
  context: FormContext,
  how: { readonly surface: Surface },
): Summary {
  const pages = route(form, answers, context)
  const all = pages.flatMap((page) => page.questions.map((asked) => ({ page: page.id, asked })))
  return {
    ...progressOf(pages),
    mandatoryLeft: all.filter(({ asked }) => asked.required && !asked.answered).length,
    rows: all.map(({ page, asked }) => ({
      question: asked.question.id,
      label: inTerms(asked.question.ask, context),
      shown: shown(asked, context, how.surface),
      page,
    })),
  }
}
