import type { RequestHandler } from 'express'

/** A page that is loaded when somebody first asks for it: a press in chat need not wait for it at every start. What failed to load is tried again. */
export function onFirstVisit(load: () => Promise<RequestHandler>): RequestHandler {
  let loading: Promise<RequestHandler> | undefined
  return (req, res, next) => {
    loading ??= load().catch((problem: unknown) => {
      loading = undefined
      throw problem
    })
    loading.then((page) => page(req, res, next), next)
  }
}
