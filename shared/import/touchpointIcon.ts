/** Icons (Lucide names of the board's touchpoint icons) by beginnings of words in English, Russian and Polish. */
const ICONS: readonly (readonly [RegExp, string])[] = [
  icon('e ?mail|mail|newsletter|почт|письм|рассылк|poczt|list!|listy!|mailing', 'mail'),
  icon('sms|смс|push|пуш', 'message-square'),
  icon('chat ?bot|bot!|chat|бот|чат|czat', 'bot'),
  icon('messenger|whatsapp|telegram|мессенджер|телеграм|komunikator', 'messages-square'),
  icon('mobile|app!|apps!|application|smartphone|мобильн|приложени|смартфон|aplikacj|mobiln', 'smartphone'),
  icon('phone|call|hotline|телефон|звон|колл|telefon|infolini|rozmow', 'phone'),
  icon('social|ads?!|advert|campaign|banner|реклам|соцсет|баннер|reklam|kampani|social media', 'megaphone'),
  icon('reviews?|rating|отзыв|рейтинг|opini|recenz', 'star'),
  icon('search|google|поиск|яндекс|wyszukiw', 'search'),
  icon('form!|upload|форма!|анкет|заявк|formularz|wniosek', 'file-up'),
  icon('web|site|online|internet|landing|сайт|интернет|онлайн|stron|www|portal|porównywark', 'globe'),
  icon('branch|bank!|office|отделени|банк!|офис|oddział|placówk|biur', 'landmark'),
  icon('shop|store|магазин|sklep|salon', 'store'),
  icon('friend|family|colleague|друз|семь|коллег|знаком|znajom|rodzin|przyjaci', 'users'),
  icon('adviser|advisor|manager|consultant|agent|sales|консультант|менеджер|агент|продав|doradc|opiekun|sprzedawc', 'user-round'),
  icon('partner|broker|брокер|партнер|pośrednik', 'handshake'),
  icon('courier|delivery|курьер|доставк|kurier|dostaw', 'truck'),
  icon('tv!|television|телевиз|телевид|telewiz', 'tv'),
  icon('press|newspaper|magazine|газет|журнал|пресс|pras|gazet', 'newspaper'),
]

function icon(words: string, name: string): readonly [RegExp, string] {
  return [new RegExp(`(?<!\\p{L})(?:${words.replaceAll('!', '(?!\\p{L})')})`, 'iu'), name]
}

/** The icon a touchpoint's name suggests; `undefined` leaves it with the plain one. */
export function touchpointIcon(name: string): string | undefined {
  if (name.length > 80) return undefined
  return ICONS.find(([pattern]) => pattern.test(name))?.[1]
}
