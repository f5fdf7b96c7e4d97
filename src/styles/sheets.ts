/**
 * The style sheets, as text: each page carries in itself only those that it uses, and the Content-Security-Policy
 * lists their hashes, so that no other style runs.
 */
import base from './base.css?inline'
import calendar from './calendar.css?inline'
import card from './card.css?inline'
import casework from './casework.css?inline'
import flyer from './flyer.css?inline'
import form from './form.css?inline'
import match from './match.css?inline'
import model from './model.css?inline'
import paper from './paper.css?inline'
import plan from './plan.css?inline'
import resources from './resources.css?inline'
import screen from './screen.css?inline'
import search from './search.css?inline'
import share from './share.css?inline'
import staff from './staff.css?inline'
import fjord from './themes/fjord.css?inline'
import lyng from './themes/lyng.css?inline'
import skog from './themes/skog.css?inline'
import young from './young.css?inline'

export const sheets = {
  base,
  calendar,
  casework,
  flyer,
  form,
  match,
  model,
  paper,
  plan,
  screen,
  search,
  share,
  staff,
  skog,
  fjord,
  lyng,
  young,
  card,
  resources,
}
export type SheetName = keyof typeof sheets
