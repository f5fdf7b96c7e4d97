/** Prints a feed: run in processes of their own, to see that their time zone changes nothing. */
import { feed } from '#calendar/feed.ts'
import { busyCafe } from './busy-cafe.ts'
import { date } from './made-up-cafe.ts'

process.stdout.write(
  feed({
    name: 'Kafé Etter-På',
    activities: [busyCafe()],
    site: 'https://fjordvik.example',
    today: date('2026-11-21'),
  }),
)
