import type { LaneGuess } from './laneWords'

/**
 * Names of lanes in languages that the interface does not speak: Spanish, Portuguese, Italian, French, German, Dutch,
 * Ukrainian, Czech. Only the commonest, as beginnings of words; `!` is the end of one.
 */
export const WORDS_ABROAD: readonly (readonly [string, LaneGuess])[] = [
  [
    'momentos? de la verdad|momentos? da verdade|momenti della verità|moments? de vérité|momente? der wahrheit',
    { kind: 'moments', mark: 'momentOfTruth' },
  ],
  [
    'puntos? de dolor|dolor(?:es)?!|frustracion|pontos? de dor|dores!|punti dolenti|punti di dolore|criticità|points? de douleur|irritants?!|' +
      'points? de friction|schmerzpunkt|pijnpunt|schwierigkeit|больов|проблемн|bolest|bolavá',
    { kind: 'painsAndWins', mark: 'pain' },
  ],
  [
    'oportunidad|opportunità|opportunité|chancen!|verbesserung|kansen!|можливост|příležitost|ideen!|idées!|mejoras!|melhorias!',
    { kind: 'opportunities' },
  ],
  [
    'puntos? de contacto|pontos? de contato|punti di contatto|points? de contact|berührungspunkt|kontaktpunkt|contactpunt|canal(?:es)?!|canais!|canali!|canaux!|' +
      'kanäle?!|kanalen!|точк\\S* (?:дотику|контакту)|kontaktní bod',
    { kind: 'touchpoints' },
  ],
  [
    'emocion|sentimiento|emoç|emozion|émotion|ressenti|gefühl|stimmung|emoties!|gevoel|емоці|почуття|emoce!|pocity!|känsl|følelse|tunteet|duygu|hangulat|συναισθ|感情|情绪|satisfacción|zufriedenheit',
    { kind: 'emotions' },
  ],
  [
    'бар.?єр|перешкод|barreras?!|barreiras?!|barrier[ae]!|freins?!|obstacles?!|hürden?!|hindernis|drempels?!|bariér|překáž',
    { kind: 'barriers', mark: 'barrier' },
  ],
  ['pensamiento|pensamento|pensieri!|pensées?!|gedanken!|gedachten!|думки!|myšlenk', { kind: 'thoughts' }],
  ['indicador|indicatori!|indicateur|kennzahl|kpis!|métric|metriche!', { kind: 'kpi' }],
  [
    'objetivo|necesidad|metas!|obiettiv|bisogni!|objectif|besoins?!|ziele?!|bedürfnis|erwartung|doelen!|behoeft|цілі!|потреби!|cíle?!|potřeb',
    { kind: 'goals' },
  ],
  [
    'acci[oó]n|actividad|tareas!|ações!|atividade|azion[ei]!|attività|aktion(?:en)?!|handlung|aktivität|aufgaben?!|acties!|handeling|дії!|akce!|činnost',
    { kind: 'actions' },
  ],
  ['responsable|responsáve|responsabil|verantwortlich|zuständig|abteilung|verantwoordelijk|відповідальн|zodpovědn', { kind: 'owners' }],
]
