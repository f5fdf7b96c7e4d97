/** Signing in to the CMS, which is done before its page is shown: it asks nobody anything. */
import { Component } from 'react'

interface Props {
  readonly onLogin: (credentials: object) => void
}

export class SignInBySession extends Component<Props> {
  override componentDidMount() {
    this.props.onLogin({})
  }
  override render() {
    return null
  }
}
