import { useEffect, useState } from 'react'
import { allFaults, findFault } from './catalogue.ts'
import { FaultCard } from './fault-card.tsx'
import { type Language, words } from './words.ts'

const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }
const languages: readonly Language[] = ['en', 'de']

/** The page: a field for a code or a message, and its explanation, or else a list of all faults. */
export function FaultPage() {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith('de') ? 'de' : 'en')
  const [text, setText] = useState(new URLSearchParams(location.search).get('code') ?? '')
  const { title, label, unknown, actor } = words[language]
  const fault = findFault(text)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = title
  }, [language, title])

  return (
    <main>
      <header>
        <h1>{title}</h1>
        <div className="languages">
          {languages.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === language}
              onClick={() => setLanguage(each)}
            >
              {names[each]}
            </button>
          ))}
        </div>
      </header>
      <label>
        {label}
        <input type="search" value={text} placeholder="900105" onChange={({ target }) => setText(target.value)} />
      </label>
      <div aria-live="polite">
        {fault && <FaultCard fault={fault} words={words[language]} />}
        {text !== '' && !fault && <p>{unknown}</p>}
      </div>
      {text === '' && (
        <ul className="faults">
          {allFaults.map((each) => (
            <li key={each.code}>
              <button type="button" onClick={() => setText(each.code)}>
                <strong>{each.code}</strong> {actor[each.actor]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
