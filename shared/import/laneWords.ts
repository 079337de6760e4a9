import type { LaneKind } from '../model/lane'
import type { NoteMark } from '../model/note'
import { WORDS_ABROAD } from './laneWordsAbroad'

/** What the name of a row or column says of it. */
export interface LaneGuess {
  readonly kind: LaneKind
  /** What its notes are, where the name says so: a column "Pain point" holds pains. */
  readonly mark?: NoteMark
}

const PAIN =
  'pains?!|pain ?points?|frustration|problem|issues?!|challenge|бол[ьи]!|b[oó]le?!|болев|проблем|трудност|сложност|негатив|bolączk|punkt\\S* bólu|' +
  'trudnoś|frustrac'
const WIN = 'wins?!|gains?!|success|delight|highlight|positive|удач|успех|радост|плюс|позитив|sukces|radoś|korzyś|zalet|plus'
/** A lane of "barriers, successes" holds both sides, though a lane of barriers alone has a kind of its own. */
const BAD_SIDE = `${PAIN}|barri|барьер|barier`
const AND = '(?: and | и | i |[/&+,])'

/**
 * Names of lanes in English, Russian and Polish.
 *
 * In order: the first that fits wins, so the narrow ones stand before the wide ones. Matched against a name that
 * was made plain by `plainName`; the beginnings of words are enough, because words change their ends.
 */
const GUESSES: readonly (readonly [RegExp, LaneGuess])[] = [
  rule('internal interaction|внутренн\\S* взаимодействи|interakcji wewnętrzn|wewnętrznej interakc', { kind: 'lineOfInternalInteraction' }),
  rule('line of interaction|линия взаимодействи|linia interakcji', { kind: 'lineOfInteraction' }),
  rule('line of visibility|линия видимост|linia widocznoś', { kind: 'lineOfVisibility' }),
  rule('moments? of truth|key moment|mots?!|момент\\S* истин|ключев\\S* момент|moment\\S* prawd|kluczow\\S* moment', {
    kind: 'moments',
    mark: 'momentOfTruth',
  }),
  rule('front ?stage|on ?stage|front ?office|видим\\S* (?:част|сцен)|на виду|на сцене|фронт ?(?:стейдж|офис)|scena!|na scenie', {
    kind: 'frontStage',
  }),
  rule('back ?stage|back ?office|за ?кулис|невидим|бэк ?(?:стейдж|офис)|kulis|zaplecz', { kind: 'backStage' }),
  rule(`(?:${BAD_SIDE}).*${AND}.*(?:${WIN})|(?:${WIN}).*${AND}.*(?:${BAD_SIDE})`, { kind: 'painsAndWins' }),
  rule(PAIN, { kind: 'painsAndWins', mark: 'pain' }),
  rule(WIN, { kind: 'painsAndWins', mark: 'success' }),
  rule('barriers?|obstacle|blocker|friction|барьер|препятстви|преград|barier|przeszk', { kind: 'barriers', mark: 'barrier' }),
  rule(
    'opportunit|ideas?!|improvement|solution|recommendation|initiative|возможност|иде[ия]!|решени|улучшени|инициатив|рекомендац|' +
      'szans|możliwoś|pomysł|rozwiązani|ulepsz|usprawni|inicjatyw|rekomendac',
    { kind: 'opportunities' },
  ),
  rule(
    'touch ?points?|channels?|physical evidence|точк\\S* (?:контакт|касани|соприкосн|взаимодейств)|канал|punkt\\S* (?:styku|kontaktu)|kanał',
    {
      kind: 'touchpoints',
    },
  ),
  rule(
    'emotion|feelings?|feels?!|mood|sentiment|satisfaction|score!|rating!|эмоци|чувств|настроени|ощущени|удовлетвор|оценка!|' +
      'emocj|uczuci|odczuci|nastr|satysfakcj|zadowoleni|ocena!',
    { kind: 'emotions' },
  ),
  rule(
    'thoughts?|thinking|thinks?!|quotes?!|questions?|mindset|says?!|saying|voice|verbatim|мысл|цитат|вопрос|высказыван|думает|говорит|' +
      'myśl|cytat|pytani|wypowied|co mówi',
    { kind: 'thoughts' },
  ),
  rule('kpis?!|nps!|csat!|ces!|metrics?!|measures?!|indicators?|метрик|показател|wskaźnik|metryk|miernik', { kind: 'kpi' }),
  rule(
    'goals?!|needs?!|objectives?|expectations?|jobs?!|jtbd|motivations?|цел[иь]!|потребност|ожидани|мотив|cele?!|potrzeb|oczekiwan|motywac',
    {
      kind: 'goals',
    },
  ),
  rule(
    'actions?!|activit|tasks?!|doing!|does!|i do!|behaviou?rs?|what they do|действи|активност|что делает|делает!|поведени|задачи!|działani|czynnoś|aktywnoś|' +
      'co robi|zachowani|zadani',
    { kind: 'actions' },
  ),
  rule(
    'owners?!|responsib|departments?|teams?!|accountable|ответствен|владел|отдел|подразделени|команда!|odpowiedzialn|właścicie|dział[y]?!|' +
      'zesp[oó]ł|jednostk',
    { kind: 'owners' },
  ),
  rule('support|systems?!|поддержк|систем|wsparci|system', { kind: 'support' }),
  rule(
    'images?!|pictures?!|photos?!|storyboard|screenshots?|screens?!|картин|изображени|фото|раскадровк|скриншот|obraz|zdjęci|grafik|zrzut',
    {
      kind: 'image',
    },
  ),
  rule('notes?!|comments?!|remarks?!|other!|замет|комментари|примечани|прочее|notatk|uwagi|komentarz|inne!', { kind: 'text' }),
  ...WORDS_ABROAD.map(([words, guess]) => rule(words, guess)),
]

/** `!` is the end of a word; without it the beginning of one is enough. */
function rule(words: string, guess: LaneGuess): readonly [RegExp, LaneGuess] {
  return [new RegExp(`(?<!\\p{L})(?:${words.replaceAll('!', '(?!\\p{L})')})`, 'u'), guess]
}

/** Names that say no more than the kind: such a lane keeps no title, and shows its kind in the reader's language. */
const PLAIN_NAMES: Readonly<Partial<Record<LaneKind, readonly string[]>>> = {
  goals: ['goals', 'цели', 'cele'],
  actions: ['actions', 'действия', 'działania'],
  touchpoints: ['touchpoints', 'точки контакта', 'punkty styku'],
  thoughts: ['thoughts', 'мысли', 'myśli'],
  emotions: ['emotions', 'emotion', 'эмоции', 'эмоция', 'emocje', 'emocja'],
  barriers: ['barriers', 'барьеры', 'bariery'],
  painsAndWins: ['pains and wins', 'боли и успехи', 'bolączki i sukcesy'],
  kpi: ['kpi'],
  moments: ['moments of truth', 'моменты истины', 'momenty prawdy'],
  opportunities: ['opportunities', 'возможности', 'szanse'],
  owners: ['owners', 'ответственные', 'odpowiedzialni'],
  frontStage: ['front stage', 'на сцене', 'scena'],
  backStage: ['back stage', 'за кулисами', 'kulisy'],
  support: ['support', 'поддержка', 'wsparcie'],
  image: ['pictures', 'изображения', 'obrazy'],
  text: ['other', 'заметки', 'notatki'],
  lineOfInteraction: ['line of interaction', 'линия взаимодействия', 'linia interakcji'],
  lineOfVisibility: ['line of visibility', 'линия видимости', 'linia widoczności'],
  lineOfInternalInteraction: ['line of internal interaction', 'линия внутреннего взаимодействия', 'linia interakcji wewnętrznej'],
}

const NAME_LENGTH = 120

/** The kind of lane a name stands for; `null` for a name that says nothing to us. */
export function guessLane(name: string): LaneGuess | null {
  // A name is short; a long cell is a text, and matching it could take long.
  if (name.length > NAME_LENGTH) return null
  const plain = plainName(name)
  if (plain === '') return null
  return GUESSES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** What to call the lane: nothing where the name is just its kind. */
export function laneTitle(name: string, kind: LaneKind): string | undefined {
  return PLAIN_NAMES[kind]?.includes(plainName(name)) === true ? undefined : unmarked(name)
}

/** Lower case, one spelling of ё, no Markdown emphasis, no emoji, dashes as spaces. */
export function plainName(name: string): string {
  return unmarked(name)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[-_\u2010-\u2015]/g, ' ')
    .replace(/[^\p{L}\p{N}\s/&+,()]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Without the asterisks, underscores and backticks that Markdown puts round a heading. */
export function unmarked(name: string): string {
  return name.trim().replace(/^(\*\*|__|\*|_|`)(.*)\1$/s, '$2')
}
