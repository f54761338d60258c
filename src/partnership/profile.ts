/**
 * Reading a partnership's profile. What is wrong in it is said at its line, with the mend.
 *
 * @example
 *   const profile = readProfile(text, { name: 'wt2018-chscp', load: (name) => readFileSync(`profiles/${name}.yaml`, 'utf8') })
 *   if (isProblems(profile)) profile[0].sentence   // "wt2018.groups.yaml, line 212: groups.slt.chair: no role is called 'iscs'. Did you mean 'icsc'?"
 */
import { z } from 'zod'
import { didYouMean } from '../kernel/nearest.ts'
import { type Layer, mergeLayers, type Path, type ProfileProblem, problemAt, readLayer } from './profile/layers.ts'
import { slipsIn } from './profile/references.ts'
import { type Profile, profile as shape } from './profile/shape.ts'

export type { GroupDefinition, GroupKind } from './profile/group-shape.ts'
export type { ProfileProblem } from './profile/layers.ts'
export type { Agency, Area, Capacity, Profile, Role, Rule, RuleEntry, Rung } from './profile/shape.ts'

export interface ProfileSource {
  /** How the file is called in a problem. */
  readonly name: string
  /** The text of a profile that this one extends. */
  readonly load?: (name: string) => string
}

/** Tells a list of problems from what was read. */
export function isProblems<T>(read: T | ProfileProblem[]): read is ProfileProblem[] {
  return Array.isArray(read)
}

/** Reads a profile and those it extends; gives it whole, or everything that is wrong with it. */
export function readProfile(text: string, source: ProfileSource): Profile | ProfileProblem[] {
  const layers = layersOf(text, source, [])
  if (isProblems(layers)) return layers
  const checked = checkLayers(layers, shape)
  if (isProblems(checked)) return checked
  const slips = slipsIn(checked)
  return slips.length === 0 ? checked : slips.map((slip) => problemAt(layers.all, slip.path, slip.says))
}

/** Merges layers and checks their shape; each zod issue becomes a problem at its line. */
export function checkLayers<Shape extends z.ZodType>(
  { all }: Layers,
  schema: Shape,
): z.output<Shape> | ProfileProblem[] {
  // A shape is met once in a start: to have zod write a faster function for each would take longer than it saves.
  const result = schema.safeParse(mergeLayers(all), { jitless: true, reportInput: true })
  if (result.success) return result.data
  return result.error.issues.flatMap((issue) => issueProblems(all, issue))
}

/** The file on top and all below it, top first. */
export interface Layers {
  readonly all: readonly Layer[]
}

function layersOf(text: string, { name, load }: ProfileSource, above: readonly string[]): Layers | ProfileProblem[] {
  const layer = readLayer(text, name)
  if (isProblems(layer)) return layer
  const all: Layer[] = [layer]
  const extended = z.union([z.string(), z.array(z.string())]).safeParse(extendedBy(layer) ?? [])
  if (!extended.success) return [problemAt(all, ['extends'], 'name the profile this one extends, or several.')]
  for (const base of [extended.data].flat().reverse()) {
    if (base === name || above.includes(base)) return [problemAt([layer], ['extends'], `'${base}' extends itself.`)]
    const found = load === undefined ? undefined : tryLoad(load, base)
    if (found === undefined) return [problemAt([layer], ['extends'], `there is no profile called '${base}'.`)]
    const below = layersOf(found, { name: base, ...(load && { load }) }, [...above, name])
    if (isProblems(below)) return below
    all.push(...below.all)
  }
  return { all }
}

function extendedBy({ value }: Layer): unknown {
  return (value as { extends?: unknown } | null | undefined)?.extends
}

function tryLoad(load: (name: string) => string, name: string): string | undefined {
  try {
    return load(name)
  } catch {
    return undefined
  }
}

function issueProblems(layers: readonly Layer[], issue: z.core.$ZodIssue): ProfileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt(
        layers,
        [...issue.path, key],
        `'${key}' is not a word Muster knows here.${didYouMean(key, knownWords())}`,
      ),
    )
  }
  return [problemAt(layers, issue.path as Path, sentenceOf(issue))]
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'this is missing.' : written(issue.expected)
  if (issue.code === 'invalid_value') return `write one of ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_key') return 'this name is not written as an id.'
  return /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`
}

const HOW: Readonly<Record<string, string>> = {
  string: 'words (in quotes, if they are only figures)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, as in [one, two]',
  object: 'its parts, each as name: value',
  record: 'its parts, each as name: value',
}

const written = (expected: string) => `write ${HOW[expected] ?? expected} here.`

/** Every key the schema mentions, to guess what a mistyped one meant. */
function knownWords(): Set<string> {
  const words = new Set<string>()
  JSON.stringify(z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }), (key, value) => {
    if (key === 'properties') for (const word of Object.keys(value)) words.add(word)
    return value as unknown
  })
  return words
}
