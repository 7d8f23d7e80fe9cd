import { xml, type XmlElement } from '../xml/xml.ts';

/** A document of the package, with the files that it shows and the documents that it names. */
export interface Resource {
  readonly identifier: string;
  readonly type: 'imsqti_item_xmlv2p1' | 'imsqti_test_xmlv2p1';
  readonly href: string;
  readonly files: readonly string[];
  readonly needs: readonly string[];
}

const NAMESPACE = 'http://www.imsglobal.org/xsd/imscp_v1p1';

/** The manifest of a content package with QTI 2.1 documents. */
export function qtiManifest(identifier: string, resources: readonly Resource[]): XmlElement {
  return xml(
    'manifest',
    {
      xmlns: NAMESPACE,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd`,
      identifier,
    },
    xml('metadata', {}, xml('schema', {}, 'QTIv2.1 Package'), xml('schemaversion', {}, '1.0.0')),
    xml('organizations'),
    xml(
      'resources',
      {},
      resources.map(({ identifier: id, type, href, files, needs }) =>
        xml(
          'resource',
          { identifier: id, type, href },
          [href, ...files].map((file) => xml('file', { href: file })),
          needs.map((identifierref) => xml('dependency', { identifierref })),
        ),
      ),
    ),
  );
}
