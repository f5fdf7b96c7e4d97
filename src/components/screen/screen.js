// @ts-check
/*
 * Keeps a screen in a lobby right for weeks. Sent as it stands, as a classic script in ES2017 and without `fetch`:
 * browsers of screens are old, and an answer that never comes must end. Nothing here grows: one timer, one request of
 * a kind at a time, and the page is drawn only when it changes. «Now» is the screen's own clock, read as Oslo's.
 */
;(() => {
  /** @typedef {{ uid: string, kind: string, title: string, state: string, confirmed: boolean, startsAt: string, endsAt: string, day: string, time: string, place: string, topic?: string, change?: string }} ScreenDate */
  /** @typedef {{ title: string, text: string, until: string }} ScreenNotice */
  /** @typedef {{ dates: ScreenDate[], notices: ScreenNotice[] }} ScreenData */

  const minute = 60000
  const main = /** @type {HTMLElement} */ (document.querySelector('main'))
  const words = main.dataset
  /** Flyers, one after the other with what is usually there. */
  const slides = /** @type {HTMLElement[]} */ ([].slice.call(main.querySelectorAll('.slide')))
  /** @type {ScreenData | undefined} */
  let data
  /** When the data came, and when it was last asked for. */
  let fetchedAt = 0
  let askedAt = 0
  /** When the page was last looked at for another line about volunteers. */
  let lookedAt = Date.now()
  let failed = false
  let drawn = ''
  const loadedOn = dayIn(Date.now())

  tick()
  setInterval(tick, 5000)
  addEventListener('resize', makeFit)

  function tick() {
    const now = Date.now()
    const wait = failed || !data ? minute : 10 * minute
    // A clock that is set back must not stop the asking.
    if (now - askedAt >= wait || now < askedAt) {
      askedAt = now
      ask('/kalender.json', read)
      // At night a new page, with what has changed in it; but only when both it and the dates are there to be had.
      if (data && !failed && dayIn(now) !== loadedOn && hourIn(now) >= 3) ask(location.pathname, reload)
    }
    // Somebody chooses that line by hand, and expects to see it.
    if (data && !failed && Math.abs(now - lookedAt) >= minute) {
      lookedAt = now
      ask(location.pathname, follow)
    }
    draw(now)
  }

  /**
   * @param {string} path
   * @param {(text: string) => void} use gets what came, or nothing when it did not
   */
  function ask(path, use) {
    const request = new XMLHttpRequest()
    request.timeout = minute / 2
    request.onload = () => use(request.status === 200 ? request.responseText : '')
    request.onerror = request.ontimeout = () => use('')
    request.open('GET', path)
    request.send()
  }

  /** @param {string} text A network's own sign-in page is no data, whatever its status. */
  function read(text) {
    try {
      const answer = JSON.parse(text)
      failed = !Array.isArray(answer.dates) || !Array.isArray(answer.notices)
      if (!failed) data = answer
    } catch (_error) {
      failed = true
    }
    if (!failed) fetchedAt = Date.now()
    draw(Date.now())
  }

  /** @param {string} text */
  function reload(text) {
    if (text.includes('data-screen')) location.reload()
  }

  /** @param {string} text */
  function follow(text) {
    const line = /data-line="(\w+)"/.exec(text)
    if (line && line[1] !== words.line) reload(text)
  }

  /** @param {number} now */
  function draw(now) {
    if (!data) return
    const { dates, notices } = data
    const coming = dates
      .filter((date) => date.confirmed && Date.parse(date.endsAt) > now)
      .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    const cafe = next(coming.filter((date) => date.kind === 'kafé'))
    const course = next(coming.filter((date) => date.kind === 'kurs'))
    const current = notices.filter((each) => Date.parse(each.until) > now)
    const notice = current[Math.floor(now / minute) % current.length]
    // Which slide is on, from 1; 0 is what is usually there. A notice lets nothing beside it.
    const turn = notice ? 0 : Math.floor(now / minute) % (slides.length + 1)
    const updated = ((failed ? words.offline : words.updated) || '').replace('{tid}', stamp(fetchedAt))
    const view = JSON.stringify([cafe, course, notice, turn, updated, dayIn(now)])
    if (view === drawn) return
    drawn = view
    drawDates('cafe', cafe, now)
    drawDates('course', course, now)
    drawNotice(notice)
    drawSlide(turn, notice !== undefined)
    find('.dates').hidden = cafe.length + course.length === 0
    find('.updated').textContent = updated
    main.classList.toggle('stale', failed)
    makeFit()
  }

  /** Long texts make the screen's letters smaller; nothing is cut. On a page that scrolls there is no need. */
  function makeFit() {
    const { body, documentElement: root } = document
    root.style.fontSize = ''
    if (getComputedStyle(body).overflowY !== 'hidden') return
    for (let size = 2; body.scrollHeight > innerHeight && size > 1; size -= 0.05)
      root.style.fontSize = `${size}vh`
  }

  /**
   * The next date that takes place, and before it the first that was cancelled: somebody may be on the way to it.
   *
   * @param {ScreenDate[]} dates
   */
  function next(dates) {
    const index = dates.findIndex((date) => date.state !== 'cancelled')
    return dates.filter((_date, at) => at === 0 || at === index)
  }

  /**
   * @param {string} kind
   * @param {ScreenDate[]} dates
   * @param {number} now
   */
  function drawDates(kind, dates, now) {
    const card = find(`.${kind}`)
    card.hidden = dates.length === 0
    const list = find(`.${kind} ol`)
    list.textContent = ''
    for (const date of dates) list.appendChild(toItem(date, now))
  }

  /**
   * @param {ScreenDate} date
   * @param {number} now
   */
  function toItem(date, now) {
    const item = document.createElement('li')
    item.dataset.uid = date.uid
    item.className = date.state
    const tag = date.state === 'cancelled' ? words.cancelled : date.state === 'moved' ? words.moved : ''
    const time = put(item, 'p', 'when', '').appendChild(document.createElement('time'))
    time.dateTime = date.startsAt
    put(time, 'span', '', sayDay(date, now))
    put(time, 'span', '', date.time)
    if (tag) item.insertBefore(put(item, 'p', 'tag', tag), item.firstChild)
    if (date.state === 'cancelled') return item
    put(item, 'p', 'title', date.topic ? `${date.title}: ${date.topic}` : date.title)
    put(item, 'p', 'where', date.place)
    if (date.state === 'moved' && date.change) put(item, 'p', 'change', date.change)
    return item
  }

  /** @param {ScreenNotice | undefined} notice */
  function drawNotice(notice) {
    const box = find('.notice')
    box.hidden = notice === undefined
    box.textContent = ''
    if (!notice) return
    put(box, 'h2', '', notice.title)
    put(box, 'p', '', notice.text)
  }

  /**
   * @param {number} turn
   * @param {boolean} isCovered by a notice
   */
  function drawSlide(turn, isCovered) {
    find('.usual').hidden = isCovered || turn > 0
    // A slide brings a code of its own.
    find('.below aside').hidden = turn > 0
    slides.forEach((slide, index) => {
      slide.hidden = index + 1 !== turn
    })
  }

  /**
   * @param {ScreenDate} date
   * @param {number} now
   */
  function sayDay(date, now) {
    const day = date.startsAt.slice(0, 10)
    if (day === dayIn(now)) return words.today || ''
    return day === dayIn(now + 24 * 60 * minute) ? words.tomorrow || '' : date.day
  }

  /**
   * @param {Element} parent
   * @param {string} tag
   * @param {string} name
   * @param {string} text
   */
  function put(parent, tag, name, text) {
    const element = document.createElement(tag)
    if (name) element.className = name
    element.textContent = text
    parent.appendChild(element)
    return element
  }

  /** @param {string} selector */
  function find(selector) {
    return /** @type {HTMLElement} */ (main.querySelector(selector))
  }

  /** @param {number} at An instant as «21.11.2026 kl. 09.00». */
  function stamp(at) {
    const wall = wallIn(at)
    return `${wall.slice(8, 10)}.${wall.slice(5, 7)}.${wall.slice(0, 4)} kl. ${wall.slice(11, 16).replace(':', '.')}`
  }

  /** @param {number} at */
  function dayIn(at) {
    return wallIn(at).slice(0, 10)
  }

  /** @param {number} at */
  function hourIn(at) {
    return Number(wallIn(at).slice(11, 13))
  }

  /**
   * Wall time in Oslo, by rule: few screens have their zone set right. One hour ahead of UTC, two from the last Sunday
   * of March to that of October, at 01:00 UTC (directive 2000/84/EC).
   *
   * @param {number} at
   */
  function wallIn(at) {
    const year = new Date(at).getUTCFullYear()
    const summer = at >= lastSunday(year, 3) && at < lastSunday(year, 10)
    return new Date(at + (summer ? 2 : 1) * 60 * minute).toISOString()
  }

  /**
   * @param {number} year
   * @param {number} month of 31 days
   */
  function lastSunday(year, month) {
    const weekday = new Date(Date.UTC(year, month - 1, 31)).getUTCDay()
    return Date.UTC(year, month - 1, 31 - weekday, 1)
  }
})()
