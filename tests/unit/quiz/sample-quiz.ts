import type { Known } from '../../../src/quiz/authoring/read-quiz.ts';

/** What the sample may name. */
export const KNOWN: Known = {
  id: 'sample',
  objectives: new Set(['tell-apart']),
  sections: new Set(['shared-kernel']),
  sources: new Set(['handbook']),
};

/** A quiz without a fault; tests break one line of it. */
export const SAMPLE = `id: sample
questions:
  - id: whose-kernel
    type: choice
    rev: 1
    objective: tell-apart
    section: shared-kernel
    prompt: { fr: 'Quel noyau ?', en: 'Which kernel?' }
    options:
      - id: own
        misconception: image-holds-a-kernel
        text: { fr: Le sien, en: Its own }
        why: { fr: Une image n'en a pas., en: An image has none. }
      - id: shared
        correct: true
        text: { fr: Celui de l'hôte, en: The host's }
        why: { fr: Ils le partagent., en: They share it. }
    explain: { fr: Un seul noyau., en: One kernel. }
    sources: [handbook]
  - id: what-travels
    type: multiple
    objective: tell-apart
    section: shared-kernel
    prompt: { fr: Qu'emporte une image ?, en: What does an image carry? }
    options:
      - id: program
        correct: true
        text: { fr: Le programme, en: The program }
        why: { fr: Oui., en: 'Yes.' }
      - id: kernel
        text: { fr: Un noyau, en: A kernel }
        why: { fr: Non., en: 'No.' }
  - id: who-is-reached
    type: rows
    objective: tell-apart
    section: shared-kernel
    prompt: { fr: Vrai ou faux ?, en: True or false? }
    rows:
      - id: neighbors
        answer: true
        text: { fr: Ses voisins., en: Its neighbors. }
        why: { fr: Même noyau., en: Same kernel. }
      - id: host
        answer: false
        text: { fr: L'hôte., en: The host. }
        why: { fr: Frontière tenue., en: The boundary holds. }
`;
