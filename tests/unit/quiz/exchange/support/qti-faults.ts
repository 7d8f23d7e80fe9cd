import { all, attribute, every, inside, readXml, textOf, type ReadElement } from './read-xml.ts';

/** What the schema takes for a name and XML does not. */
const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Variables that every item has without declaring them. */
const BUILT_IN = ['numAttempts', 'duration', 'completionStatus'];

/** What is wrong in a package that the schema of QTI does not see. */
export function qtiFaults(files: Readonly<Record<string, string>>): readonly string[] {
  const manifest = readXml(files['imsmanifest.xml'] ?? '');
  const listed = all(manifest, 'file').map((file) => attribute(file, 'href'));
  const resources = all(manifest, 'resource').map((each) => attribute(each, 'identifier'));
  const dangling = all(manifest, 'dependency')
    .map((each) => attribute(each, 'identifierref'))
    .filter((id) => !resources.includes(id));
  return [
    ...twins(resources).map((id) => `resource ${id} stands twice`),
    ...dangling.map((id) => `dependency ${id} is no resource`),
    ...differing(
      new Set(listed),
      new Set(Object.keys(files).filter((name) => name !== 'imsmanifest.xml')),
    ),
    ...Object.entries(files)
      .filter(([name]) => name.endsWith('.xml') && name !== 'imsmanifest.xml')
      .flatMap(([name, text]) => {
        const root = readXml(text);
        const own =
          root.name === 'assessmentItem' ? itemFaults(root, name, files) : testFaults(root, files);
        return own.map((fault) => `${name}: ${fault}`);
      }),
  ];
}

function itemFaults(
  item: ReadElement,
  name: string,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const ids = (element: string, key = 'identifier') =>
    all(item, element).map((each) => attribute(each, key));
  const responses = ids('responseDeclaration');
  const outcomes = ids('outcomeDeclaration');
  const choices = [...ids('simpleChoice'), ...ids('simpleAssociableChoice')];
  const feedback = [...ids('modalFeedback'), ...ids('feedbackInline')];
  const shown = [
    ...ids('modalFeedback', 'outcomeIdentifier'),
    ...ids('feedbackInline', 'outcomeIdentifier'),
  ];
  const values = all(item, 'responseDeclaration').flatMap((declaration) => [
    ...(['identifier', 'directedPair'].includes(attribute(declaration, 'baseType'))
      ? [
          ...all(declaration, 'value').map(textOf),
          ...all(declaration, 'mapEntry').map((entry) => attribute(entry, 'mapKey')),
        ]
      : []),
  ]);
  const said = all(item, 'setOutcomeValue').flatMap((each) =>
    inside(each, 'baseValue')
      .filter((value) => attribute(value, 'baseType') === 'identifier')
      .map(textOf),
  );
  const pictures = ids('img', 'src').map((src) =>
    new URL(src, `http://x/${name}`).pathname.slice(1),
  );
  const interactions = every(item).filter((each) => each.name.endsWith('Interaction'));
  const bad = (list: readonly string[], known: readonly string[], what: string) =>
    list.filter((id) => !known.includes(id)).map((id) => `${id}: no such ${what}`);
  return [
    ...[attribute(item, 'identifier'), ...responses, ...outcomes, ...choices, ...feedback]
      .filter((id) => !NCNAME.test(id))
      .map((id) => `${id} is no XML name`),
    ...twins([...responses, ...outcomes]).map((id) => `variable ${id} is declared twice`),
    ...interactions.flatMap((each) =>
      twins(
        [...all(each, 'simpleChoice'), ...all(each, 'simpleAssociableChoice')].map((one) =>
          attribute(one, 'identifier'),
        ),
      ).map((id) => `choice ${id} stands twice`),
    ),
    ...bad(
      interactions.map((each) => attribute(each, 'responseIdentifier')),
      responses,
      'response',
    ),
    ...bad(
      responses,
      interactions.map((each) => attribute(each, 'responseIdentifier')),
      'interaction',
    ),
    ...bad(ids('mapResponse'), responses, 'response'),
    ...bad(ids('variable'), [...responses, ...outcomes, ...BUILT_IN], 'variable'),
    ...bad(ids('setOutcomeValue'), outcomes, 'outcome'),
    ...bad(shown, outcomes, 'outcome'),
    ...bad(said, feedback, 'feedback'),
    ...bad(
      values.flatMap((value) => value.split(' ')),
      choices,
      'choice',
    ),
    ...bad(pictures, Object.keys(files), 'file'),
    ...(item.attributes['xml:lang'] ? [] : ['says no language']),
  ];
}

function testFaults(test: ReadElement, files: Readonly<Record<string, string>>): readonly string[] {
  const parts = every(test).flatMap((each) => each.attributes['identifier'] ?? []);
  const refs = all(test, 'assessmentItemRef').filter((ref) => {
    const text = files[attribute(ref, 'href')];
    return (
      text === undefined || readXml(text).attributes['identifier'] !== attribute(ref, 'identifier')
    );
  });
  return [
    ...parts.filter((id) => !NCNAME.test(id)).map((id) => `${id} is no XML name`),
    ...twins(parts).map((id) => `${id} stands twice`),
    ...refs.map((ref) => `${attribute(ref, 'href')} is not the item that it should be`),
  ];
}

const twins = (list: readonly string[]): readonly string[] =>
  list.filter((each, index) => list.indexOf(each) !== index);

function differing(listed: ReadonlySet<string>, packed: ReadonlySet<string>): readonly string[] {
  return [
    ...[...listed.difference(packed)].map((name) => `${name} is listed and not there`),
    ...[...packed.difference(listed)].map((name) => `${name} is there and not listed`),
  ];
}
