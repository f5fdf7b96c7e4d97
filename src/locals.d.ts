/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What on-demand pages work with; absent while static pages are built. */
    runtime?: import('#server/runtime.ts').Runtime
    /** Who is signed in, once the middleware has seen a valid session. */
    staff?: import('#access/session.ts').SignedIn
    /** Set by a page for staff that loads script files of our own: without it none may run there. */
    loadsScripts?: boolean
  }
}
