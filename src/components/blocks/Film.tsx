interface Props {
  /** A file under `/film/`, with its captions beside it as `.vtt`. */
  file: string
  title: string
  /** What is said and shown, for those who cannot or will not play it. */
  transcript: string
  /** What opens the transcript, in the language of the page. */
  summary: string
}

/** A film that loads only when it is played, with captions and the whole text below. */
export function Film({ file, title, transcript, summary }: Props) {
  return (
    <figure>
      <video controls preload="none" width="640" height="360">
        <source src={`/film/${file}.mp4`} type="video/mp4" />
        <track kind="captions" src={`/film/${file}.vtt`} srcLang="nb" label="Norsk" default />
      </video>
      <figcaption>{title}</figcaption>
      <details>
        <summary>{summary}</summary>
        <p>{transcript}</p>
      </details>
    </figure>
  )
}
