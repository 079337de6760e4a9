/**
 * Beginnings of words that name a feeling, in English, Russian and Polish, the commonest also in German, Spanish and some neighbours, and how good or bad it is.
 *
 * Beginnings, because Russian and Polish words change their ends. A word counts for the longest beginning it has.
 */
export const EMOTION_STEMS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '5': 'ecstatic thrilled overjoyed delight amazing восторг восхищ зачаров zachwyc zachwyt euforia euforii ekstaz euphori encantad begeistert überglück émerveill',
    '4': 'excit enthus love loves loved loving happy happi joy great excellent wonderful proud счастл счаст радост радует радуется рад рада гордост гордит отлично прекрасн энтузиазм воодушев szczęśl szczęści radoś raduje radosn dumn duma świetn wspaniał entuzja podekscyt feliz felices content alegr entusiasm emocionad glücklich freudig freut fröhlich stolz heureu joyeu enthousias orgullos felice',
    '3': 'joyful glad pleas satisf confident relie cheerful positive grateful довол удовлетвор уверен облегч позитив приятн благодарн вдохнов zadowol pewn pewność ulga ulgę ulgi pozytyw wdzięczn usatysfakcj przyjemn satisfech satisfait contento aliviad agradecid zufrieden erleicht dankbar angenehm soulag soddisfatt zadovol задоволен щаслив',
    '2': 'hope curious interest trust comfort calm optimis good eager inspir надежд надеж любопыт интерес заинтерес довер спокой спокоен оптимизм хорошо нравит предвкуш nadziej ciekaw zaciekaw zainteres zaufani ufn spokoj spokój optym dobrze podoba komfort curios esperanzad tranquil confiad interesad ilusionad neugier interessiert hoffnungsvoll hoffend entspannt vertrau zuversicht curieu serein confian цікав спокійн',
    '1': 'fine okay ok content нормально неплохо ничего okej nieźle',
    '0': 'neutral indifferent meh нейтрал безразлич равнодуш neutraln oboję normaln',
    '-1': 'unsure uncertain hesitan doubt bored boring неувер сомнен сомнева скука скучн сомнит niepewn wahan wątpliwo nuda znudz nudn aburrid insegur dudos indecis unsicher gelangweilt langweil zögerlich ennuy hésit incert',
    '-2': 'confus worr nervous concern impatient skeptic sceptic tired lost растерян замешат беспоко волнен волнует волнует нервнич нервоз сомнев нетерпе устал скепти путаниц сбит zdezorient zagubi martwi obaw niepokoi niepokój niepokoj niespokoj неспокой nerwow zniecierp zmęcz scepty znużen preocupad confus nervios impacient escéptic cansad verwirrt besorgt nervös ungeduldig skeptisch müde inquiet perplex fatigu preoccupat розгублен',
    '-3': 'annoy disappoint dissatisf unhapp sad stress anxious anxiety irritat fear afraid overwhelm bad unpleasant upset negative раздраж разочар недовол неудовлетвор груст печал тревог тревож стресс страх боит боязн плохо неприят расстро негатив озабоч встревож zirytow irytac irytuj rozczarow niezadowol smut stres zestres lęk strach boi boją źle niedobrze przykr zawied negatyw przytłocz zaniepoko ansios molest decepcionad triste estresad insatisfech irritad agobiad verärgert genervt enttäuscht traurig gestresst ängstlich unzufrieden überfordert angst déçu stressé anxieu agacé énerv insatisf deluso роздрат тривож',
    '-4': 'frustrat angry anger helpless hopeless terribl awful pain desperate фрустр злость злит злится сердит гнев беспомощ ужасн отчаян бессил обид sfrustrow frustrac zły zła złość złości gniew bezradn okropn rozpacz zdenerwow wściek enojad enfadad frustrad desesperad frustriert wütend hilflos verzweifelt fâché colère arrabbiat злий',
    '-5': 'furious rage outrag hate disgust panic ярост бешен ненавид отвращ паник возмущ wściekł furia furii nienawi obrzydz panik panice oburz furios indignad rasend wutentbrannt furieu',
  }).flatMap(([value, stems]) => stems.split(' ').map((stem): [string, number] => [stem, Number(value)])),
)

/** Words that turn the next one round: "not happy", "не рад", "nie ufa". */
export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'hardly',
  'не',
  'нет',
  'без',
  'nie',
  'brak',
  'bez',
  'nicht',
  'kein',
  'keine',
  'ohne',
  'sin',
  'pas',
  'non',
])

/** Longest first, so that a frown with a tear is not read as a plain one. */
export const SMILEYS: readonly (readonly [string, number])[] = [
  [":'-(", -4],
  [":'(", -4],
  [':-))', 4],
  [':))', 4],
  [':-((', -4],
  [':((', -4],
  [':-D', 4],
  [':D', 4],
  [':-)', 3],
  [':)', 3],
  [';-)', 2],
  [';)', 2],
  [':-|', 0],
  [':|', 0],
  [':-/', -2],
  [':/', -2],
  [':-(', -3],
  [':(', -3],
  ['>:(', -4],
]

/** Faces and hands, each with the code points that mean much the same. */
export const EMOJI: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '5': '🤩🥳😍🥰🎉🏆🙌😻🎊',
    '4': '😀😃😄😁😆😊❤💚💪♥💙💛💜🧡😂🤣😺😸',
    '3': '🙂😌☺😇👍😎🟢✅👏👌🙏😋😏',
    '2': '😉🤗🤓🧐😮🙃',
    '0': '😐😑😶🤔🫤🟡🤷',
    '-2': '🙁☹😕😟🥱😒🟠🙄😳🥴⚠😯🤨',
    '-3': '😞😔😥😓😣👎😬😰🔴🥺😧😦😲🤯😵😨😪',
    '-4': '😢😭😖😩😫😠😤😱💔😾😿🤦❌',
    '-5': '😡🤬🤮💀👿🤢',
  }).flatMap(([value, faces]) => [...faces].map((face): [string, number] => [face, Number(value)])),
)
