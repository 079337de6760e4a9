import { describe, expect, it } from 'vitest'
import { CODE_PAGES, decodeAs, FILE_ENCODINGS, type CodePage } from '../../../shared/import/codePages'
import { decodeText } from '../../../shared/import/decode'
import { readImport } from '../../../shared/import/importFile'
import { encodeAs } from '../../support/encoding'

const WESTERN = [
  'Phase;Aktion\nSuche;Öffnet die Webseite\nKauf;Zahlt 5 €\n',
  'Étape;Action\nRéserver;Appelle le café\nPayer;Règle l’addition\n',
  'Etapa;Acciones\nReservar;Llama mañana\nPagar;¿Cuánto cuesta?\n',
  'Fase,Azione\nPrenota,È in ritardo\nPaga,Costa di più perché è notte\n',
  'Steg;Åtgärd\nSöker;Går in på sidan\n',
  'Etapa,Ação\nCompra,Não há informação\n',
  'Fase;Handeling\nZoeken;Één vraag, geïnteresseerd\n',
  'Stage,Actions\nBook,Phones the café\nPay,“Why so slow?”\n',
]
const POLISH = [
  'Etap;Działanie;Emocja\nZakup;Płaci kartą;zły\n',
  'Etap,Akcja\nSzukanie,Wchodzi na stronę\n',
  'Krok;Opis\nOdbiór;Czeka trzy dni\n',
  'Etap;Ból\nReklamacja;Długo czeka na odpowiedź\n',
  'Etap;Wątpliwość\nŚwiadomość;Skąd to wziąć?\n',
  'ŻÓŁTA ŁÓDŹ CZEKAŁA TRZY DNI',
  'Zażółć gęślą jaźń',
]
const CENTRAL = [
  ...POLISH,
  'Fáze;Akce\nNákup;Platí kartou, čeká příliš dlouho\n',
  'Szakasz;Művelet\nVásárlás;Fizet a bőröndért\n',
  'Fáza;Činnosť\nNákup;Platí kartou v obchode\n',
]
const RUSSIAN = [
  'Этап;Действие;Эмоция\nПокупка;Платит картой;злится\n',
  'Этап;Действие\nОплата;Платит 500 руб.\n',
  'Stage,Actions\nBuy,Платит картой\n',
  'Этап,Боль\nПоиск,Не находит сайт\n',
  'Выдача;Клиент ждёт\n',
  'Съешь же ещё этих мягких французских булок, да выпей чаю',
  'ДОЛГО ЖДАЛА ОТВЕТА, А ЕГО НЕТ',
]
const UKRAINIAN = [
  'Етап;Дія\nПошук;Їде до міста і шукає магазин\n',
  'Етап;Дія\nОплата;Сплачує карткою, її не приймають\n',
  'Крок;Емоція\nОчікування;Дратується, бо немає відповіді\n',
  'Етап,Питання\nВибір,Чому це коштує більше?\n',
  'Крок;Дія\nДоставка;Чекає кур’єра у п’ятницю\n'.replaceAll('’', "'"),
]
const SIMPLIFIED = [
  '阶段,行动\n购买,用卡支付\n',
  '阶段;操作\n搜索;打开网站查看价格\n支付;支付失败\n',
  'Stage,Actions\nBuy,在网上搜索商品\n',
  '步骤,情绪\n等待,着急\n',
  '阶段\t行动\n预订\t打电话给酒店\n',
]
const TRADITIONAL = [
  '階段,行動\n購買,用卡付款\n',
  '階段,操作\n搜尋,打開網站查看價格\n付款,付款失敗\n',
  'Stage,Actions\nBuy,在網上搜尋商品\n',
  '步驟,情緒\n等待,著急\n',
  '階段\t行動\n預訂\t打電話給酒店\n',
]
const JAPANESE = [
  '段階,行動\n購入,カードで支払う\n',
  'ステージ,アクション\n検索,サイトを開いて価格を見る\n',
  'Stage,Actions\nBuy,オンラインで商品を探す\n',
  'ステップ,感情\n待つ,いらいらする\n',
  'フェーズ\t行動\n予約\tホテルに電話する\n',
]
const KOREAN = [
  '단계,행동\n구매,카드로 결제한다\n',
  '단계,작업\n검색,사이트를 열어 가격을 본다\n',
  'Stage,Actions\nBuy,온라인에서 상품을 찾는다\n',
  '단계,감정\n대기,짜증난다\n',
  '단계\t행동\n예약\t호텔에 전화한다\n',
]

const CORPUS: Readonly<Record<CodePage, readonly string[]>> = {
  'windows-1252': WESTERN,
  'windows-1251': [...RUSSIAN, ...UKRAINIAN],
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL.map((text) => text.replaceAll(/[„”]/g, '"')),
  'koi8-r': RUSSIAN,
  'koi8-u': UKRAINIAN,
  ibm866: RUSSIAN,
  macintosh: WESTERN,
  'x-mac-cyrillic': [...RUSSIAN, ...UKRAINIAN],
  gb18030: SIMPLIFIED,
  big5: TRADITIONAL,
  shift_jis: JAPANESE,
  'euc-jp': JAPANESE,
  'euc-kr': KOREAN,
}
const cases = CODE_PAGES.flatMap((page) => CORPUS[page].map((text) => [page, text] as const))

describe('code pages', () => {
  it.each(FILE_ENCODINGS)('are all known to the platform: %s', (encoding) => {
    expect(decodeText(Uint8Array.of(0x41, 0x42), encoding).ok).toBe(true)
  })

  it.each([
    [
      'windows-1252',
      ['naïve', 'café', 'Zürich', 'Fase;Acción', '15 °C', 'don’t', '“quoted”', 'Pay £5', 'À la carte', 'Pay – now', 'Ça va'],
    ],
    ['windows-1250', ['źle', 'Łódź', 'książka', 'Etap,Działania\nZakup,Płaci']],
    ['windows-1251', ['Да', 'мир', 'Я', 'ОПЛАТА']],
    ['koi8-r', ['мир']],
    ['ibm866', ['Да']],
    ['macintosh', ['naïve', 'café']],
  ] as const)('reads a word or two in %s, and says that it may be another one', (page, texts) => {
    for (const text of texts) {
      const read = decodeText(encodeAs(text, page))
      expect(read).toMatchObject({ ok: true, value: { text } })
      if (text.match(/[^\0-\x7f]/g)!.length < 6) expect(read).toMatchObject({ value: { doubt: { why: 'few' } } })
    }
  })

  it.each(['windows-1252', 'windows-1251', 'windows-1250', 'macintosh'] as const)(
    'undoes UTF-8 that was taken for %s and encoded again, and says that it is a guess',
    (page) => {
      for (const text of ['café', 'Stage,Look\nActions,Pays £5 – “now”', 'Этап,Оплата', 'Łódź, źle', '😀 happy', 'naïve']) {
        const twice = new TextEncoder().encode(decodeAs(new TextEncoder().encode(text), page))
        expect(decodeText(twice)).toEqual({ ok: true, value: { text, encoding: 'utf-8-twice', doubt: { why: 'twice', other: 'utf-8' } } })
        expect(decodeText(twice, 'utf-8')).toMatchObject({ value: { encoding: 'utf-8', doubt: null } })
        expect(decodeText(twice, 'utf-8-twice')).toEqual({ ok: true, value: { text, encoding: 'utf-8-twice', doubt: null } })
      }
    },
  )

  it.each(['café, naïve, Ã', 'Рёбра, и Рё', 'Größe Ä…', '段階,行動', 'Łódź – źle', 'Ã© and é'])(
    'leaves UTF-8 that was encoded once: %j',
    (text) => {
      expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: true, value: { text, encoding: 'utf-8', doubt: null } })
    },
  )

  it('reads the quotation marks and the euro sign of Windows-1252', () => {
    expect(decodeAs(Uint8Array.of(0x80, 0x93, 0x94, 0x92), 'windows-1252')).toBe('€“”’')
  })

  it.each(cases)('tells %s from the others: %j', (page, text) => {
    expect(decodeText(encodeAs(text, page))).toMatchObject({ ok: true, value: { text } })
  })

  it.each(cases)('reads %s when it is told to: %j', (page, text) => {
    expect(decodeText(encodeAs(text, page), page)).toEqual({ ok: true, value: { text, encoding: page, doubt: null } })
  })

  it('reads a few Western letters as Windows-1252, and says that they are few', () => {
    const bytes = encodeAs('Stage,Actions\nBook,Phones the café\nPay,Pays £5\n', 'windows-1252')
    const result = readImport({ name: 'a.csv', bytes })

    expect(result.ok && result.value.notes.map(({ text }) => text)).toEqual(['Phones the café', 'Pays £5'])
    expect(result.ok && result.value.report).toMatchObject({ encoding: 'windows-1252', doubt: { why: 'few' } })
  })

  it.each(['Stage,Actions\nPay,£5\n', 'Stage,Actions\nHeat,90°\n', 'Stage,Actions\nBook,naïve user\n', 'Stage,Actions\nPay,5 € – fine\n'])(
    'reads a lone Western sign as one: %j',
    (text) => {
      expect(decodeText(encodeAs(text, 'windows-1252'))).toMatchObject({ ok: true, value: { text, doubt: { why: 'few' } } })
    },
  )

  it('is certain of a page of prose', () => {
    const certain = (page: CodePage, text: string): unknown => {
      const decoded = decodeText(encodeAs(text, page))
      return decoded.ok && [decoded.value.text === text, decoded.value.doubt]
    }

    expect(certain('windows-1252', WESTERN.join('\n').repeat(3))).toEqual([true, null])
    expect(certain('windows-1250', POLISH.join('\n').repeat(3))).toEqual([true, null])
    expect(certain('windows-1251', RUSSIAN.join('\n').repeat(3))).toEqual([true, null])
    expect(certain('ibm866', RUSSIAN.join('\n').repeat(3))).toEqual([true, null])
    expect(certain('gb18030', SIMPLIFIED.join('\n'))).toEqual([true, null])
  })

  it('never opens gibberish in silence', () => {
    const noise = Uint8Array.from({ length: 400 }, (_, i) => (i % 9 === 8 ? 0x2c : 0x80 + ((i * 73 + (i >> 3) * 29) % 128)))
    const text = decodeText(noise)

    expect(text.ok && text.value.doubt?.why).toBe('poor')
  })

  it('reads UTF-16 without a mark although single letters have a zero where others have none, and when its end is cut off', () => {
    const text = `Stage,Action\nBuy,Pays\nĀ,Opens the page and reads it\n`
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))

    expect(decodeText(bytes)).toMatchObject({ ok: true, value: { text, encoding: 'utf-16le' } })
    expect(decodeText(bytes.subarray(0, -1))).toMatchObject({ ok: true, value: { text: `${text.slice(0, -1)}\uFFFD` } })
  })
})
