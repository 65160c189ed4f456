import type { Actor, EvidenceLevel, OperationId } from '@partner-upgrades/spec'
import type { KnownFault } from './catalogue.ts'

/** The languages of the page. */
export type Language = 'en' | 'de'

/** The operations of an upgrade itself: sales agents do not ask about the others. */
type UpgradeOperation = Extract<OperationId, `${string}ProductUpgrade${string}`>

/** The texts of the page. Texts about a fault depend on its data in the catalogue: a new fault needs no new texts. */
export interface Words {
  readonly title: string
  readonly label: string
  readonly unknown: string
  readonly meaning: string
  readonly moments: string
  readonly remedy: string
  readonly original: string
  readonly actor: Readonly<Record<Actor, string>>
  readonly retry: Readonly<Record<KnownFault['retry'], string>>
  readonly status: Readonly<Record<number, string>>
  readonly operation: Readonly<Record<UpgradeOperation, string>>
  readonly evidence: Readonly<Record<EvidenceLevel, string>>
}

/** The texts by language. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Why was the upgrade refused?',
    label: 'Fault code, or the whole message',
    unknown: 'The catalogue does not know this code. Pass the whole message on to our developers.',
    meaning: 'What it means',
    moments: 'This can happen',
    remedy: 'What to do',
    original: 'Original message of the service',
    actor: {
      nobody: 'Nobody has to act',
      developer: 'Our developers have to act',
      partner: 'We, the partner, have to act',
      customer: 'The customer has to act',
      microsoft: 'Microsoft has to act',
    },
    retry: {
      never: 'Trying again does not help.',
      later: 'Just try again later.',
      afterAction: 'Once that is done, try again.',
    },
    status: {
      400: 'The service cannot process this request.',
      401: 'The service did not accept our sign-in.',
      403: 'The service does not currently allow it.',
      404: 'The service did not find what was requested.',
      409: 'Something else is in the way at the moment.',
    },
    operation: {
      checkProductUpgradeEligibility: 'when we ask whether the customer can be upgraded',
      createProductUpgrade: 'when the upgrade is started',
      getProductUpgradeStatus: 'when we check the progress of the upgrade',
    },
    evidence: {
      documented: 'Microsoft has published this code.',
      sdk: "This code appears in Microsoft's own software.",
      captured: 'This code has been seen in practice.',
      vendor: 'This code is known from a third party, not from Microsoft.',
      inferred: 'We inferred this code, and may be wrong.',
    },
  },
  de: {
    title: 'Warum wurde das Upgrade abgelehnt?',
    label: 'Fehlercode oder die ganze Meldung',
    unknown: 'Diesen Code kennt der Katalog nicht. Bitte die ganze Meldung an unsere Entwickler geben.',
    meaning: 'Was es bedeutet',
    moments: 'Das kann passieren,',
    remedy: 'Was zu tun ist (auf Englisch)',
    original: 'Im Wortlaut des Dienstes (auf Englisch)',
    actor: {
      nobody: 'Niemand muss handeln',
      developer: 'Unsere Entwickler müssen handeln',
      partner: 'Wir, der Partner, müssen handeln',
      customer: 'Der Kunde muss handeln',
      microsoft: 'Microsoft muss handeln',
    },
    retry: {
      never: 'Ein neuer Versuch hilft nicht.',
      later: 'Später noch einmal versuchen, mehr nicht.',
      afterAction: 'Wenn das erledigt ist, noch einmal versuchen.',
    },
    status: {
      400: 'So, wie sie ist, lässt sich die Anfrage nicht ausführen.',
      401: 'Der Dienst hat uns nicht eingelassen.',
      403: 'So, wie die Dinge stehen, erlaubt es der Dienst nicht.',
      404: 'Der Dienst findet nicht, wonach gefragt wurde.',
      409: 'Im Augenblick steht etwas anderes im Weg.',
    },
    operation: {
      checkProductUpgradeEligibility: 'wenn wir fragen, ob der Kunde umgestellt werden kann',
      createProductUpgrade: 'wenn das Upgrade gestartet wird',
      getProductUpgradeStatus: 'wenn wir fragen, wie weit das Upgrade ist',
    },
    evidence: {
      documented: 'Microsoft hat diesen Code veröffentlicht.',
      sdk: 'Dieser Code steht in Programmen von Microsoft.',
      captured: 'Dieser Code ist in der Praxis gesehen worden.',
      vendor: 'Dieser Code ist von Dritten bekannt, nicht von Microsoft.',
      inferred: 'Auf diesen Code haben wir geschlossen; das kann falsch sein.',
    },
  },
}
