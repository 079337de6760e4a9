import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'a list in Spanish',
    as: 'csv',
    text: `Fase;Acciones;Emociones
Descubrir;Busca;curioso
Comprar;Paga;frustrado`,
    stages: 'Descubrir | Comprar',
    lanes: 'actions emotions',
    notes: 'Acciones/Descubrir: Busca | Acciones/Comprar: Paga',
    points: 'Descubrir 2? curioso | Comprar -4? frustrado',
    listed: '',
  },
  {
    name: 'a list in Turkish',
    as: 'csv',
    text: `Aşama;Eylemler;Duygular;Kanal
Farkındalık;Reklamı görür ve tıklar;🙂;TV
Satın alma;Sepete ekler ve öder;😟;Web
Destek;Çağrı merkezini arar;😡;Telefon`,
    stages: 'Farkındalık | Satın alma | Destek',
    lanes: 'text emotions text',
    notes:
      'Eylemler/Farkındalık: Reklamı görür ve tıklar | Kanal/Farkındalık: TV | Eylemler/Satın alma: Sepete ekler ve öder | Kanal/Satın alma: Web | Eylemler/Destek: Çağrı merkezini arar | Kanal/Destek: Telefon',
    points: 'Farkındalık 3? | Satın alma -2? | Destek -5?',
    listed: '',
  },
  {
    name: 'a matrix in Finnish',
    as: 'csv',
    text: `;Tietoisuus;Harkinta;Osto
Toiminta;Näkee mainoksen;Vertailee;Maksaa
Tunteet;4/5;3/5;2/5`,
    stages: 'Tietoisuus | Harkinta | Osto',
    lanes: 'text emotions',
    notes: 'Toiminta/Tietoisuus: Näkee mainoksen | Toiminta/Harkinta: Vertailee | Toiminta/Osto: Maksaa',
    points: 'Tietoisuus 2.5? | Harkinta 0? | Osto -2.5?',
    listed: '',
  },
  {
    name: 'a list in German',
    as: 'csv',
    text: `Phase;Handlungen;Gefühle;Berührungspunkte;Schmerzpunkte
Suche;Googelt;neugierig;Web;Zu viele Ergebnisse
Kauf;Bezahlt;verärgert;App;Gebühren`,
    stages: 'Suche | Kauf',
    lanes: 'actions emotions touchpoints painsAndWins',
    notes:
      'Handlungen/Suche: Googelt | Berührungspunkte/Suche: Web | Schmerzpunkte/Suche: Zu viele Ergebnisse | Handlungen/Kauf: Bezahlt | Berührungspunkte/Kauf: App | Schmerzpunkte/Kauf: Gebühren',
    points: 'Suche 2? neugierig | Kauf -3? verärgert',
    listed: '',
  },
  {
    name: 'a matrix in German',
    as: 'csv',
    text: `Phase;Suche;Kauf
Handlungen;Googelt;Bezahlt
Emotionen;neugierig;genervt
Kontaktpunkte;Web;App`,
    stages: 'Suche | Kauf',
    lanes: 'actions emotions touchpoints',
    notes: 'Handlungen/Suche: Googelt | Handlungen/Kauf: Bezahlt | Kontaktpunkte/Suche: Web | Kontaktpunkte/Kauf: App',
    points: 'Suche 2? neugierig | Kauf -3? genervt',
    listed: '',
  },
  {
    name: 'a list in Japanese',
    as: 'csv',
    text: `段階,行動,感情
認知,広告を見る,😀
購入,支払う,😟`,
    stages: '認知 | 購入',
    lanes: 'text emotions',
    notes: '行動/認知: 広告を見る | 行動/購入: 支払う',
    points: '認知 4? | 購入 -2?',
    listed: '',
  },
  {
    name: 'a list in French',
    as: 'csv',
    text: `Étape,Actions,Émotions,Points de contact,Irritants
Découverte,Cherche,curieux,Site,Lent
Achat,Paie,stressé,Appli,Frais`,
    stages: 'Découverte | Achat',
    lanes: 'actions emotions touchpoints painsAndWins',
    notes:
      'actions/Découverte: Cherche | Points de contact/Découverte: Site | Irritants/Découverte: Lent | actions/Achat: Paie | Points de contact/Achat: Appli | Irritants/Achat: Frais',
    points: 'Découverte 2? curieux | Achat -3? stressé',
    listed: '',
  },
  {
    name: 'a list in Hungarian with stars',
    as: 'csv',
    text: `Szakasz,Tevékenység,Hangulat
1. Felfedezés,Hirdetést lát és rákattint,★★★★☆
2. Vásárlás,Kosárba tesz és fizet,★★☆☆☆`,
    stages: '1. Felfedezés | 2. Vásárlás',
    lanes: 'text emotions',
    notes: 'Tevékenység/1. Felfedezés: Hirdetést lát és rákattint | Tevékenység/2. Vásárlás: Kosárba tesz és fizet',
    points: '1. Felfedezés 2.5? | 2. Vásárlás -2.5?',
    listed: '',
  },
  {
    name: 'a matrix in Norwegian with numbered stages',
    as: 'csv',
    text: `,1. Oppdage,2. Kjøpe
Gjør,Ser reklame,Betaler
Kanal,TV,App`,
    stages: '1. Oppdage | 2. Kjøpe',
    lanes: 'text text',
    notes: 'Gjør/1. Oppdage: Ser reklame | Gjør/2. Kjøpe: Betaler | Kanal/1. Oppdage: TV | Kanal/2. Kjøpe: App',
    listed: '',
  },
  {
    name: 'a list in Greek with scores',
    as: 'csv',
    text: `Στάδιο;Ενέργειες;Συναισθήματα
Αναζήτηση;Ψάχνει στο διαδίκτυο για αρκετή ώρα;4/5
Αγορά;Πληρώνει με κάρτα στο ταμείο;2/5`,
    stages: 'Αναζήτηση | Αγορά',
    lanes: 'text emotions',
    notes: 'Ενέργειες/Αναζήτηση: Ψάχνει στο διαδίκτυο για αρκετή ώρα | Ενέργειες/Αγορά: Πληρώνει με κάρτα στο ταμείο',
    points: 'Αναζήτηση 2.5? | Αγορά -2.5?',
    listed: '',
  },
  {
    name: 'a list in Swedish',
    as: 'csv',
    text: `Fas;Handling;Känsla;Kanal
Upptäcka;Ser annonsen på bussen;nyfiken;TV
Köpa;Lägger i varukorgen och betalar;orolig;Webb`,
    stages: 'Upptäcka | Köpa',
    lanes: 'text emotions text',
    notes:
      'Handling/Upptäcka: Ser annonsen på bussen | Kanal/Upptäcka: TV | inbox: nyfiken | Handling/Köpa: Lägger i varukorgen och betalar | Kanal/Köpa: Webb | inbox: orolig',
    listed: 'emotion-unknown nyfiken | emotion-unknown orolig',
  },
  {
    name: 'a matrix in Swedish',
    as: 'csv',
    text: `Fas;Upptäcka;Köpa;Använda
Handling;Ser annonsen;Lägger i korg;Öppnar appen
Kanal;TV;Webb;App
Känsla;🙂;😐;😡`,
    stages: 'Upptäcka | Köpa | Använda',
    lanes: 'text text emotions',
    notes:
      'Handling/Upptäcka: Ser annonsen | Handling/Köpa: Lägger i korg | Handling/Använda: Öppnar appen | Kanal/Upptäcka: TV | Kanal/Köpa: Webb | Kanal/Använda: App',
    points: 'Upptäcka 3? | Köpa 0? | Använda -5?',
    listed: '',
  },
  {
    name: 'a list in Ukrainian',
    as: 'csv',
    text: `Етап;Дії;Емоції;Точки дотику
Пошук;Шукає;😀;Сайт
Покупка;Платить;😡;Застосунок`,
    stages: 'Пошук | Покупка',
    lanes: 'actions emotions touchpoints',
    notes: 'Дії/Пошук: Шукає | Точки дотику/Пошук: Сайт | Дії/Покупка: Платить | Точки дотику/Покупка: Застосунок',
    points: 'Пошук 4? | Покупка -5?',
    listed: '',
  },
  {
    name: 'a list in Italian',
    as: 'csv',
    text: `Fase;Azioni;Emozioni;Punti di contatto
Scoperta;Cerca;curioso;Sito
Acquisto;Paga;ansioso;App`,
    stages: 'Scoperta | Acquisto',
    lanes: 'actions emotions touchpoints',
    notes: 'Azioni/Scoperta: Cerca | Punti di contatto/Scoperta: Sito | Azioni/Acquisto: Paga | Punti di contatto/Acquisto: App',
    points: 'Scoperta 2? curioso | Acquisto -3? ansioso',
    listed: '',
  },
  {
    name: 'a matrix in Dutch',
    as: 'csv',
    text: `Fase;Ontdekken;Kopen
Acties;Zoekt;Betaalt
Emoties;nieuwsgierig;3/5
Kansen;;Korting`,
    stages: 'Ontdekken | Kopen',
    lanes: 'actions emotions opportunities',
    notes: 'Acties/Ontdekken: Zoekt | Acties/Kopen: Betaalt | Kansen/Kopen: Korting | inbox: nieuwsgierig',
    points: 'Kopen 0?',
    listed: 'emotion-unknown nieuwsgierig',
  },
  {
    name: 'a list in Chinese',
    as: 'csv',
    text: `阶段,行为,情绪,痛点
认知,看到广告,😀,信息少
购买,付款,😡,太贵`,
    stages: '认知 | 购买',
    lanes: 'text emotions text',
    notes: '行为/认知: 看到广告 | 痛点/认知: 信息少 | 行为/购买: 付款 | 痛点/购买: 太贵',
    points: '认知 4? | 购买 -5?',
    listed: '',
  },
  {
    name: 'a list in Arabic',
    as: 'csv',
    text: `المرحلة,الإجراءات,المشاعر
الاكتشاف,يبحث في الإنترنت,😀
الشراء,يدفع,😟`,
    stages: 'الاكتشاف | الشراء',
    lanes: 'text emotions',
    notes: 'الإجراءات/الاكتشاف: يبحث في الإنترنت | الإجراءات/الشراء: يدفع',
    points: 'الاكتشاف 4? | الشراء -2?',
    listed: 'heading المرحلة',
  },
  {
    name: 'a matrix in Estonian, by its shape',
    as: 'csv',
    text: `Rühm;Avastamine;Ostmine;Kasutamine
Tegevus;Näeb reklaami televiisoris ja arutab sõbraga;Lisab toote korvi ja maksab kaardiga kassas;Avab rakenduse ja seadistab selle
Kanal;TV;Veeb;Rakendus`,
    stages: 'Avastamine | Ostmine | Kasutamine',
    lanes: 'text text',
    notes:
      'Tegevus/Avastamine: Näeb reklaami televiisoris ja arutab sõbraga | Tegevus/Ostmine: Lisab toote korvi ja maksab kaardiga kassas | Tegevus/Kasutamine: Avab rakenduse ja seadistab selle | Kanal/Avastamine: TV | Kanal/Ostmine: Veeb | Kanal/Kasutamine: Rakendus',
    listed: 'heading Rühm',
  },
  {
    name: 'a list in Estonian, by its shape',
    as: 'csv',
    text: `Etapp;Tegevus;Kanal
Avastamine;Näeb reklaami televiisoris ja arutab sõbraga;TV
Ostmine;Lisab toote korvi ja maksab kaardiga kassas;Veeb
Kasutamine;Avab rakenduse ja seadistab selle;Äpp`,
    stages: 'Avastamine | Ostmine | Kasutamine',
    lanes: 'text text',
    notes:
      'Tegevus/Avastamine: Näeb reklaami televiisoris ja arutab sõbraga | Kanal/Avastamine: TV | Tegevus/Ostmine: Lisab toote korvi ja maksab kaardiga kassas | Kanal/Ostmine: Veeb | Tegevus/Kasutamine: Avab rakenduse ja seadistab selle | Kanal/Kasutamine: Äpp',
    listed: 'heading Etapp',
  },
]

describe('headings in other languages', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
