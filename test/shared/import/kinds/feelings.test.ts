import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'words, and per cent in a row of its own',
    as: 'csv',
    text: `Stage,Look,Buy,Use
Actions,Searches,Pays,Opens
Emotions,curious,anxious,happy
Satisfaction %,60 %,35 %,90 %`,
    stages: 'Look | Buy | Use',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays | actions/Use: Opens',
    points: 'Look 1? curious | Buy -1.5? anxious | Use 4? happy',
    listed: 'heading Satisfaction %',
  },
  {
    name: 'a measure beside two personas',
    as: 'csv',
    text: `Stage,Look,Buy
Emotions (Anna),curious,anxious
Emotions (Igor),2/5,4/5
Satisfaction %,80,40`,
    stages: 'Look | Buy',
    lanes: 'emotions kpi',
    notes: 'Satisfaction %/Look: 80 | Satisfaction %/Buy: 40',
    points: 'Anna Look 2? curious | Anna Buy -3? anxious | Igor Look -2.5? | Igor Buy 2.5?',
    listed: '',
  },
  {
    name: 'personas without a sign before them',
    as: 'csv',
    text: `Stage,Look,Buy
Mood Anna,3,-2
Mood Viktor,1,4`,
    stages: 'Look | Buy',
    lanes: 'emotions',
    points: 'Anna Look 3 | Anna Buy -2 | Viktor Look 1 | Viktor Buy 4',
    listed: '',
  },
  {
    name: 'stars, and words with a score',
    as: 'csv',
    text: `Stage,Action,Rating,Emotion
Look,Searches,★★★★☆,curious
Buy,Pays,★★☆☆☆,Frustrated – 1/5`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'Action/Look: Searches | Action/Buy: Pays | inbox: Frustrated – 1/5',
    points: 'Look 2.5? curious | Buy -2.5?',
    listed: 'emotion-twice Frustrated – 1/5',
  },
  {
    name: 'two rows of one persona',
    as: 'csv',
    text: `Stage,Look,Buy
Emotion (Anna),glad,upset
Emotion score (Anna),4/5,2/5`,
    stages: 'Look | Buy',
    lanes: 'emotions',
    points: 'Anna Look 2.5? glad | Anna Buy -2.5? upset',
    listed: 'heading Emotion score (Anna)',
  },
  {
    name: 'per cent beside words in a list',
    as: 'csv',
    text: `Stage,Actions,Satisfaction %,Feelings
Look,Searches,80 %,Curious
Buy,Pays,35 %,Annoyed`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays',
    points: 'Look 3? Curious | Buy -1.5? Annoyed',
    listed: '',
  },
  {
    name: 'emoji and words in two rows of one name',
    as: 'csv',
    text: `,Look,Buy,Use
Emotions,😀😀,😐😟,😡
Emotions,Happy,Unsure,Angry`,
    stages: 'Look | Buy | Use',
    lanes: 'emotions',
    points: 'Look 4? Happy | Buy -1? Unsure | Use -5? Angry',
    listed: '',
  },
  {
    name: 'a measure that is no feeling',
    as: 'csv',
    text: `Stage,Look,Buy
Actions,a1 b,c1 d
NPS,40,-10
Mood,7,3`,
    stages: 'Look | Buy',
    lanes: 'actions kpi emotions',
    notes: 'actions/Look: a1 b | actions/Buy: c1 d | NPS/Look: 40 | NPS/Buy: -10',
    points: 'Look 1.5? | Buy -3?',
    listed: '',
  },
  {
    name: 'a column of personas',
    as: 'csv',
    text: `Persona,Stage,Action,Emotion
Anna,Look,Searches,curious
Anna,Buy,Pays,angry
Igor,Look,Asks,happy
Igor,Buy,Pays,happy`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'Action/Look: Searches | Action/Buy: Pays | Action/Look: Asks',
    points: 'Anna Look 2? curious | Anna Buy -4? angry | Igor Look 4? happy | Igor Buy 4? happy',
    listed: '',
  },
  {
    name: 'faces, reasons and scores in three rows',
    as: 'csv',
    text: `Stage,Look,Buy,Use
Emotions,😊,😟,😀
Emotion reason,nice ad,high price,it works
Emotional score (1-5),4,2,5`,
    stages: 'Look | Buy | Use',
    lanes: 'emotions',
    points: 'Look 2.5? 😊, nice ad | Buy -2.5? 😟, high price | Use 5? 😀, it works',
    listed: 'heading Emotion reason | heading Emotional score (1-5)',
  },
  {
    name: 'per cent said twice',
    as: 'csv',
    text: `Phase,Look,Buy
Doing,Searches,Pays
Emotion level,70%,20%
Satisfaction %,70,20`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'Doing/Look: Searches | Doing/Buy: Pays',
    points: 'Look 2? | Buy -3?',
    listed: 'heading Satisfaction %',
  },
  {
    name: 'words and scores of two personas',
    as: 'csv',
    text: `Stage,Look,Buy
Anna – emotions,curious,angry
Anna – score,4,1
Igor – emotions,bored,happy
Igor – score,2,5`,
    stages: 'Look | Buy',
    lanes: 'emotions',
    points: 'Anna Look 2.5? curious | Anna Buy -5? angry | Igor Look -2.5? bored | Igor Buy 5? happy',
    listed: 'heading Anna – score | heading Igor – score',
  },
  {
    name: 'a column for each persona',
    as: 'csv',
    text: `Stage,Actions,Emotion Anna,Emotion Igor
Look,Searches,3/5,4/5
Buy,Pays,1/5,5/5`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays',
    points: 'Anna Look 0? | Igor Look 2.5? | Anna Buy -5? | Igor Buy 5?',
    listed: '',
  },
  {
    name: 'signs, and a legend below',
    as: 'csv',
    text: `Stage,Look,Buy*
Actions,Searches,Pays
Emotions,+,--

*only online,,
Legend: + good; - bad,,`,
    stages: 'Look | Buy*',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy*: Pays',
    points: 'Look 2? | Buy* -4?',
    scenario: '*only online | Legend: + good; - bad',
    listed: '',
  },
]

describe('feelings in tables', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
