import type { around as source } from '../en/around'
import { plural } from '../messages'

export const around: typeof source = {
  'around.openBy': 'Mapę ma otwartą także: {{name}}, {{computer}}. Czas otwarcia: {{time}}',
  'around.openHere': 'Mapę ma otwartą na tym komputerze także: {{name}}. Czas otwarcia: {{time}}',
  'around.someone': 'ktoś',
  'around.other': 'Na mapie też: {{name}}',
  'around.others': plural({
    one: 'Na mapie też: {{count}} osoba',
    few: 'Na mapie też: {{count}} osoby',
    many: 'Na mapie też: {{count}} osób',
    other: 'Na mapie też: {{count}} osoby',
  }),

  'around.merged.by': plural({
    one: '{{names}}: {{count}} zmiana.',
    few: '{{names}}: {{count}} zmiany.',
    many: '{{names}}: {{count}} zmian.',
    other: '{{names}}: {{count}} zmiany.',
  }),
  'around.merged.unknown': plural({
    one: 'W pliku pojawiła się {{count}} zmiana z zewnątrz.',
    few: 'W pliku pojawiły się {{count}} zmiany z zewnątrz.',
    many: 'W pliku pojawiło się {{count}} zmian z zewnątrz.',
    other: 'W pliku pojawiło się {{count}} zmiany z zewnątrz.',
  }),
  'around.merged.hand': plural({
    one: 'Przyjęto {{count}} poprawkę zrobioną wprost w pliku.',
    few: 'Przyjęto {{count}} poprawki zrobione wprost w pliku.',
    many: 'Przyjęto {{count}} poprawek zrobionych wprost w pliku.',
    other: 'Przyjęto {{count}} poprawki zrobionej wprost w pliku.',
  }),
  'around.merged.copy': plural({
    one: 'Z kopii „{{name}}” przeniesiono {{count}} zmianę.',
    few: 'Z kopii „{{name}}” przeniesiono {{count}} zmiany.',
    many: 'Z kopii „{{name}}” przeniesiono {{count}} zmian.',
    other: 'Z kopii „{{name}}” przeniesiono {{count}} zmiany.',
  }),
  'around.merged.saved': plural({
    one: 'Przywrócono {{count}} zmianę zapisaną wcześniej na tym komputerze.',
    few: 'Przywrócono {{count}} zmiany zapisane wcześniej na tym komputerze.',
    many: 'Przywrócono {{count}} zmian zapisanych wcześniej na tym komputerze.',
    other: 'Przywrócono {{count}} zmiany zapisanej wcześniej na tym komputerze.',
  }),
  'around.merged.conflicts': plural({
    one: 'W {{count}} miejscu obie strony zmieniły to samo; zachowano obie wersje.',
    few: 'W {{count}} miejscach obie strony zmieniły to samo; zachowano obie wersje.',
    many: 'W {{count}} miejscach obie strony zmieniły to samo; zachowano obie wersje.',
    other: 'W {{count}} miejsca obie strony zmieniły to samo; zachowano obie wersje.',
  }),
  'around.show': 'Pokaż',
  'around.choose': 'Wybierz',

  'around.older.notes': plural({
    one: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} karteczki.',
    few: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} karteczek.',
    many: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} karteczek.',
    other: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} karteczki.',
  }),
  'around.older.changes': plural({
    one: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} zmiany.',
    few: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} zmian.',
    many: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} zmian.',
    other: 'Plik jest starszy niż to, co zapisano na tym komputerze: {{time}}. Brakuje {{count}} zmiany.',
  }),
  'around.replaced.notes': plural({
    one: 'Plik zastąpiła starsza kopia, brakuje {{count}} karteczki. Zapisano tutaj: {{time}}. Nic nie przepadło.',
    few: 'Plik zastąpiła starsza kopia, brakuje {{count}} karteczek. Zapisano tutaj: {{time}}. Nic nie przepadło.',
    many: 'Plik zastąpiła starsza kopia, brakuje {{count}} karteczek. Zapisano tutaj: {{time}}. Nic nie przepadło.',
    other: 'Plik zastąpiła starsza kopia, brakuje {{count}} karteczki. Zapisano tutaj: {{time}}. Nic nie przepadło.',
  }),
  'around.replaced.changes': plural({
    one: 'Plik zastąpiła starsza kopia, brakuje {{count}} zmiany. Zapisano tutaj: {{time}}. Nic nie przepadło.',
    few: 'Plik zastąpiła starsza kopia, brakuje {{count}} zmian. Zapisano tutaj: {{time}}. Nic nie przepadło.',
    many: 'Plik zastąpiła starsza kopia, brakuje {{count}} zmian. Zapisano tutaj: {{time}}. Nic nie przepadło.',
    other: 'Plik zastąpiła starsza kopia, brakuje {{count}} zmiany. Zapisano tutaj: {{time}}. Nic nie przepadło.',
  }),
  'around.replaced.keepMine': 'Zachowaj moją wersję',
  'around.replaced.goBack': 'Wróć do starszej kopii',
  'around.older.bringIn': 'Przywróć je',
  'around.older.keepFile': 'Zostaw plik bez zmian',
  'around.older.failed':
    'Nic się nie zmieniło: mapa jest zamknięta albo tylko do odczytu. To, co zapisano wcześniej, jest nadal w historii.',

  'around.copies.one': 'Obok tej mapy leży jej kopia „{{name}}”, a w niej zmiany, których tu nie ma.',
  'around.copies.service': 'Usługa {{service}} zostawiła jeszcze jedną kopię tej mapy, „{{name}}”, a w niej zmiany, których tu nie ma.',
  'around.copies.many': plural({
    one: 'W folderze jest {{count}} kopia tej mapy ze zmianami, których tu nie ma.',
    few: 'W folderze są {{count}} kopie tej mapy ze zmianami, których tu nie ma.',
    many: 'W folderze jest {{count}} kopii tej mapy ze zmianami, których tu nie ma.',
    other: 'W folderze jest {{count}} kopii tej mapy ze zmianami, których tu nie ma.',
  }),
  'around.copies.damaged': 'Część kopii jest uszkodzona; można scalić to, co da się odczytać, a plik zostanie bez zmian.',
  'around.copies.merge': 'Scal',
  'around.copies.mergeAll': 'Scal wszystkie',
  'around.copies.oneByOne': 'Po kolei',
  'around.copies.separate': 'To osobna mapa',
  'around.copies.later': 'Później',
  'around.copies.separated': '„{{name}}” jest teraz osobną mapą.',
  'around.copies.merged.one': 'Scalono kopię „{{name}}”. Plik jest jeszcze w folderze.',
  'around.copies.merged.damaged':
    'Scalono wszystko, co dało się odczytać z kopii „{{name}}”. Części nie można odczytać, więc plik pozostaje w folderze bez zmian.',
  'around.copies.merged.many': plural({
    one: 'Scalono {{count}} kopię, plik jest jeszcze w folderze.',
    few: 'Scalono {{count}} kopie, pliki są jeszcze w folderze.',
    many: 'Scalono {{count}} kopii, pliki są jeszcze w folderze.',
    other: 'Scalono {{count}} kopii, pliki są jeszcze w folderze.',
  }),
  'around.copies.trash': plural({
    one: 'Przenieś kopię do kosza',
    few: 'Przenieś kopie do kosza',
    many: 'Przenieś kopie do kosza',
    other: 'Przenieś kopie do kosza',
  }),
  'around.copies.keep': plural({ one: 'Zostaw ją', few: 'Zostaw je', many: 'Zostaw je', other: 'Zostaw je' }),

  'around.copyFailure.closed': 'Mapa jest już zamknięta. Kopia pozostała bez zmian.',
  'around.copyFailure.not-found': 'Kopii już tam nie ma albo jest to teraz inna mapa.',
  'around.copyFailure.unreadable': 'Kopii nie można odczytać. Kopia pozostała bez zmian.',
  'around.copyFailure.read-only': 'Kopii nie można zmienić: jest tylko do odczytu. Kopia pozostała bez zmian.',
  'around.copyFailure.open-elsewhere': 'Kopia jest otwarta w innym oknie. Najpierw zamknij ją tam.',
  'around.copyFailure.open-by-others':
    'Kopia jest otwarta na innym stanowisku: {{name}}, {{computer}}. Kopia pozostała bez zmian. Spróbuj ponownie, gdy zostanie tam zamknięta.',
  'around.copyFailure.not-merged': 'Kopia zmieniła się od scalenia, więc zostaje. Scal ją jeszcze raz.',
  'around.copyFailure.unknown': 'System nie pozwolił na tę operację. Kopia pozostała bez zmian.',

  'around.trouble.damaged':
    'Plik jest uszkodzony, być może program do synchronizacji nie zapisał go do końca. Twoja praca jest zachowana na tym komputerze; przywróć swoją wersję albo zapisz mapę gdzie indziej. Uszkodzony plik też zostanie.',
  'around.trouble.foreign':
    'W miejscu pliku jest teraz inny plik, który nie jest mapą. Twoja praca jest zachowana na tym komputerze; przywróć swoją wersję albo zapisz mapę gdzie indziej. Tamten plik też zostanie.',
  'around.trouble.another-map':
    'W miejscu pliku jest teraz inna mapa. Twoja praca jest zachowana na tym komputerze; przywróć swoją wersję albo zapisz mapę gdzie indziej. Tamta mapa też zostanie.',
  'around.trouble.too-new':
    'Plik zapisała nowsza wersja Wayline, a ta wersja nie może go odczytać. Twoja praca jest zachowana na tym komputerze; zaktualizuj Wayline albo zapisz mapę gdzie indziej.',
  'around.putBack': 'Przywróć moją wersję',
  'around.renamed':
    'Pliku już nie ma, ale w tym samym folderze jest „{{name}}” – to ta sama mapa. Twoja praca jest zachowana na tym komputerze.',
  'around.goOn': 'Pracuj dalej w tym pliku',
}
