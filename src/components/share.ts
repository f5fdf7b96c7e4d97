/** The two ways of sharing that need script: copying the page's address, and the share sheet of the device. */
const row = document.querySelector('.share')
const address = row?.querySelector('p')
const url = address?.textContent ?? ''
const [copy, sheet] = row?.querySelectorAll('button') ?? []
const said = row?.querySelector('span')

if (copy && address && said && navigator.clipboard) {
  copy.hidden = false
  copy.onclick = () =>
    navigator.clipboard.writeText(url).then(
      () => {
        said.textContent = copy.dataset.copied ?? ''
      },
      // Not allowed here: the reader copies what is marked.
      () => getSelection()?.selectAllChildren(address),
    )
}
if (sheet && 'share' in navigator) {
  sheet.hidden = false
  // Closing the sheet is no error.
  sheet.onclick = () => navigator.share({ title: document.title, url }).catch(() => {})
}

export {}
