import type { ExchangeContext } from '../../../../../src/quiz/exchange/exchange-context.ts';
import { quizSchema, type Quiz } from '../../../../../src/quiz/schema.ts';

/** A course of which nothing is known but names. */
export const CONTEXT: ExchangeContext = {
  title: (quiz) => ({ fr: `Cours ${quiz}`, en: `Course ${quiz}` }),
  section: (quiz, section) => ({
    title: { fr: `Partie ${section}`, en: `Part ${section}` },
    href: {
      fr: `https://example.org/fr/tutoriels/${quiz}/#${section}`,
      en: `https://example.org/en/tutorials/${quiz}/#${section}`,
    },
  }),
  source: (key) => ({ title: `The ${key} & more`, href: `https://example.org/${key}?a=1&b=2` }),
  picture: () => ({
    svg: { fr: '<svg/>', en: '<svg/>' },
    words: { fr: 'Trois couches.', en: 'Three layers.' },
  }),
};

const common = { objective: 'tell-apart', section: 'shared-kernel' };

const both = (fr: string, en = fr) => ({ fr, en });

/** One question of each type, with texts that GIFT, HTML and YAML would each trip over. */
export const EVERY_TYPE: Quiz = quizSchema.parse({
  id: 'sample',
  pools: { deep: 1 },
  questions: [
    {
      ...common,
      id: 'whose-kernel',
      type: 'choice',
      rev: 2,
      pool: 'deep',
      prompt: both('Que dit `uname -r` : {a=b} ~ #1 ?', 'What does `uname -r` say: {a=b} ~ #1?'),
      options: [
        {
          id: 'x',
          misconception: 'own',
          text: both('[html] 5 < 6 && 7', '[html] 5 < 6 & 7'),
          why: both('Non : `a\\n`.', 'No.'),
        },
        { id: 'y', correct: true, text: both('`=> {}`'), why: both('Oui', 'Yes') },
        { id: 'z', last: true, text: both('Aucun', 'None'), why: both('Si.', 'There is.') },
      ],
      hints: [both('Un noyau.', 'One kernel.')],
      confidence: true,
      sources: ['handbook'],
      explain: both('Un seul.\nPartagé.', 'One.\nShared.'),
    },
    {
      ...common,
      id: 'what-travels',
      type: 'multiple',
      prompt: both('Quoi ?', 'What?'),
      options: ['a', 'b', 'c', 'd'].map((id, index) => ({
        id,
        correct: index > 0,
        text: both(`Le ${id}`, `The ${id}`),
        why: both('Parce que.', 'Because.'),
      })),
    },
    {
      ...common,
      id: 'true-or-false',
      type: 'rows',
      prompt: both('Vrai ou faux ?', 'True or false?'),
      explain: both('Voilà.', 'There.'),
      rows: [
        { id: 'first', answer: true, text: both('Un.', 'One.'), why: both('Oui.', 'Yes.') },
        {
          id: 'second',
          answer: false,
          misconception: 'own',
          text: both('Deux.', 'Two.'),
          why: both('Non.', 'No.'),
        },
      ],
    },
    {
      ...common,
      id: 'in-order',
      type: 'order',
      prompt: both('Dans l’ordre', 'In order'),
      explain: both('Ainsi.', 'So.'),
      items: ['un', 'deux', 'trois'].map((id, index) => ({
        id,
        text: both(`Étape ${id}`, `Step ${index + 1} of \`docker run\``),
        why: both(`C’est le ${index + 1}.`, `It is no. ${index + 1}.`),
      })),
    },
    {
      ...common,
      id: 'who-isolates',
      type: 'match',
      prompt: both('Qui isole ?', 'Who isolates?'),
      targets: [
        { id: 'nobody', text: both('Personne : rien', 'Nobody: nothing') },
        { id: 'kernel', text: both('Le noyau = hôte', 'The kernel = host') },
        { id: 'hypervisor', text: both('Un hyperviseur', 'A hypervisor') },
      ],
      items: [
        {
          id: 'container',
          target: 'kernel',
          misconceptions: { hypervisor: 'own' },
          text: both('Un conteneur', 'A container'),
          why: both('Partagé.', 'Shared.'),
        },
        { id: 'pod', target: 'kernel', text: both('Un pod', 'A pod'), why: both('Aussi.', 'Too.') },
        {
          id: 'vm',
          target: 'hypervisor',
          text: both('Une VM', 'A VM'),
          why: both('Matériel.', 'Hardware.'),
        },
      ],
    },
    {
      ...common,
      id: 'which-term',
      type: 'text',
      prompt: both('Quel mot ?', 'Which word?'),
      answer: both('Espace dédié', 'Namespace'),
      accept: ['namespaces', 'ns*'],
      why: both('C’est le mot.', 'That is the word.'),
      pattern: 'name ?spaces?',
      mistakes: [
        {
          id: 'cgroup',
          accept: ['cgroup', 'cgroups'],
          misconception: 'own',
          why: both('Il limite.', 'It limits.'),
        },
      ],
    },
    {
      ...common,
      id: 'which-command',
      type: 'text',
      exact: true,
      prompt: both('Quelle commande ?', 'Which command?'),
      answer: both('unshare --pid', 'unshare --pid'),
      accept: ['unshare -p'],
      why: both('Elle crée un espace.', 'It makes a namespace.'),
    },
    {
      ...common,
      id: 'how-much',
      type: 'number',
      prompt: both('Combien ?', 'How much?'),
      answer: -0.0000015,
      tolerance: '10%',
      unit: both('Gio', 'GiB'),
      units: { Mio: 0.0009765625 },
      why: both('Mesuré.', 'Measured.'),
      mistakes: [{ id: 'twice', value: 3.5, why: both('Le double.', 'Twice that.') }],
    },
    {
      ...common,
      id: 'which-layer',
      type: 'hotspot',
      diagram: 'containers',
      prompt: both('Quelle couche ?', 'Which layer?'),
      options: [
        {
          id: 'kernel',
          correct: true,
          text: both('Le noyau', 'The kernel'),
          why: both('Oui.', 'Yes.'),
        },
        { id: 'hardware', text: both('Le matériel', 'The hardware'), why: both('Non.', 'No.') },
      ],
    },
    {
      ...common,
      id: 'what-is-printed',
      type: 'trace',
      prompt: both('Que voit-on ?', 'What is printed?'),
      captured: both('Debian 12, novembre 2026', 'Debian 12, November 2026'),
      explain: both('Un espace.', 'One namespace.'),
      steps: [
        { id: 'before', run: 'hostname', output: 'host\n' },
        {
          id: 'first',
          run: 'unshare -u sh -c "echo {} && hostname"',
          output: '{}\n  host\n',
          why: both('Copié.', 'Copied.'),
          accept: ['host', 'Host'],
          ask: both('Quel nom ?', 'Which name?'),
        },
        {
          id: 'second',
          run: 'hostname > /dev/null',
          output: '',
          options: [
            {
              id: 'nothing',
              correct: true,
              text: both('Rien', 'Nothing'),
              why: both('Redirigé.', 'Redirected.'),
            },
            { id: 'name', text: both('`host`'), why: both('Non.', 'No.') },
          ],
        },
      ],
    },
  ],
});
