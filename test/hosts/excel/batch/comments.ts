import { nextId } from '#local/workbook/make'
import type { Comment, Tab } from '#local/workbook/model'
import { placeOf } from './areas.ts'
import { text, whole } from './given.ts'
import { alreadyExists, invalidArgument, notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import { unprotected, type AtTab, type Session } from './session.ts'

interface AtComment extends AtTab {
  readonly comment: Comment
}

const commentType: ObjectType<AtComment> = {
  name: 'Comment',
  identity: ({ comment }) => ({ Id: comment.id }),
  properties: {
    Id: { get: ({ comment }) => comment.id },
    Content: {
      get: ({ comment }) => comment.text,
      set: (at, given) => {
        unprotected(at, 'Comment.content')
        at.comment.text = text(given, 'Comment.content')
      },
    },
  },
  methods: {
    Delete: (at) => {
      const { comments } = unprotected(at, 'Comment.delete')
      comments.splice(comments.indexOf(at.comment), 1)
      return undefined
    },
    GetLocation: ({ session, tab, comment: { at } }) =>
      session.make.range({ session, tab, area: { ...at, rows: 1, columns: 1 } }),
  },
}

/** The comments of one tab, or of all. */
export interface AtComments {
  readonly session: Session
  readonly tab: Tab | null
}

const all = ({ session, tab }: AtComments): readonly AtComment[] =>
  (tab === null ? session.workbook.tabs : [tab]).flatMap((each) =>
    each.comments.map((comment) => ({ session, tab: each, comment })),
  )

const objectOf = (at: AtComment): HostObject => HostObject.of(commentType, at)

const find = (at: AtComments, id: Argument | undefined): HostObject | null => {
  const word = text(id, 'CommentCollection.getItem')
  const found = all(at).find(({ comment }) => comment.id === word)
  return found === undefined ? null : objectOf(found)
}

const present = (found: HostObject | null, location: string): HostObject => {
  if (found === null) throw notFound(location)
  return found
}

const add = (at: AtComments, cell: Argument | undefined, content: Argument | undefined): HostObject => {
  const where = 'CommentCollection.add'
  const place = placeOf(at.session, cell, at.tab, where)
  const tab = unprotected(place, where)
  const { row, column, rows, columns } = place.area
  if (rows * columns !== 1) throw invalidArgument(where)
  if (tab.comments.some((each) => each.at.row === row && each.at.column === column)) throw alreadyExists(where)
  const comment: Comment = { id: nextId(at.session.workbook), at: { row, column }, text: text(content, where) }
  tab.comments.push(comment)
  return objectOf({ session: at.session, tab, comment })
}

export const commentsType: ObjectType<AtComments> = {
  name: 'CommentCollection',
  items: (at) => all(at).map(objectOf),
  item: (at, id) => present(find(at, id), 'CommentCollection.getItem'),
  methods: {
    Add: add,
    GetCount: (at) => all(at).length,
    GetItemOrNullObject: find,
    GetItemAt: (at, index) => {
      const found = all(at)[whole(index, 'CommentCollection.getItemAt')]
      return present(found === undefined ? null : objectOf(found), 'CommentCollection.getItemAt')
    },
    GetItemByCell: (at, cell) => {
      const where = 'CommentCollection.getItemByCell'
      const place = placeOf(at.session, cell, at.tab, where)
      const found = all(at).find(
        ({ tab, comment }) =>
          tab === place.tab && comment.at.row === place.area.row && comment.at.column === place.area.column,
      )
      return present(found === undefined ? null : objectOf(found), where)
    },
  },
}
