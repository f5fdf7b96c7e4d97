import { HtmlValidate } from 'html-validate'
import type { Check } from '../check.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of taste, or of a formatter: the HTML is compressed.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // Numbers are grouped with spaces that may break, as in running text.
    'tel-non-breaking': 'off',
    'require-sri': 'off',
    // Boxes of one question share its name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
})

export const html: Check = {
  name: 'is valid HTML',
  find: async ({ html }) => {
    const report = await validator.validateString(html)
    return report.results.flatMap((result) =>
      result.messages.map((each) => `${each.line}:${each.column} ${each.ruleId}: ${each.message}`),
    )
  },
}
