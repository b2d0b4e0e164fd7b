import { measured } from '../measure.ts'
import type { Answers } from '../questions.ts'
import { activities, conversion, deviation, durations, livesOf, movement, newMeetings } from './plain/flow.ts'
import { readTables, type Tables } from './plain/rows.ts'
import { cycle, early, funnel, gap, ofType, overdue, staleDeals, staleTop, winRate } from './plain/stock.ts'

/** Row objects, filtered and grouped with maps: what is usually written by hand. */

const query = (tables: Tables): Answers => {
  const open = ofType(tables.deals, tables, 'open')
  const won = ofType(tables.deals, tables, 'won')
  const stale = staleDeals(open)
  const lives = livesOf(tables)
  return {
    funnel: funnel(open, tables),
    stale: [{ count: stale.length }],
    staleTop: staleTop(stale),
    overdue: [overdue(open)],
    early: [early(open, tables)],
    winRate: winRate(tables),
    cycle: cycle(won),
    conversion: conversion(lives, tables),
    durations: durations(lives, tables),
    activities: activities(tables),
    newMeetings: newMeetings(tables),
    movement: movement(tables),
    deviation: deviation(won, tables),
    gap: gap(won, tables),
  }
}

export const run = measured({ ingest: readTables, query })
