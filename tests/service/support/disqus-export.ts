/** An export of Disqus, as it was sent in 2026 but for the names: two threads, one of them ours. */
export const DISQUS_EXPORT = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://disqus.com http://disqus.com/api/schemas/1.0/disqus.xsd http://disqus.com/disqus-internals http://disqus.com/api/schemas/1.0/disqus-internals.xsd">
<category dsq:id="7391521"><forum>le-blog</forum><title>General</title><isDefault>true</isDefault></category>
<thread dsq:id="8012345678">
<id>/2020/05/hybride/</id>
<forum>le-blog</forum>
<category dsq:id="7391521" />
<link>https://blog.example/2020/05/hybride/?utm_source=x</link>
<title>Machines &amp; conteneurs</title>
<message />
<createdAt>2020-05-04T08:00:00Z</createdAt>
<author><name>Admin</name><isAnonymous>false</isAnonymous><username>admin</username></author>
<isClosed>false</isClosed><isDeleted>false</isDeleted>
</thread>
<thread dsq:id="8012345679">
<id />
<forum>le-blog</forum>
<category dsq:id="7391521" />
<link>https://blog.example/about/</link>
<title>À propos</title>
<message />
<createdAt>2020-05-05T08:00:00Z</createdAt>
<author><name>Admin</name><isAnonymous>false</isAnonymous><username>admin</username></author>
<isClosed>false</isClosed><isDeleted>false</isDeleted>
</thread>
<post dsq:id="4900000002">
<id />
<message><![CDATA[<p>Oui, <i>voir</i> <a href="https://disq.us/url?url=https%3A%2F%2Fkata.example" rel="nofollow noopener" target="_blank">Kata</a>.</p><p>Deux<br>lignes.</p>]]></message>
<createdAt>2020-05-06T10:30:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><email>bob@example.org</email><name>Bob</name><isAnonymous>false</isAnonymous><username>bob</username></author>
<ipAddress>203.0.113.9</ipAddress>
<thread dsq:id="8012345678" />
<parent dsq:id="4900000001" />
</post>
<post dsq:id="4900000001">
<id>wp_id=12</id>
<message><![CDATA[<p>Et Kata ?</p>]]></message>
<createdAt>2020-05-06T10:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><name>Zoé</name><isAnonymous>true</isAnonymous></author>
<thread dsq:id="8012345678" />
</post>
<post dsq:id="4900000003">
<id />
<message><![CDATA[<p>Casino</p>]]></message>
<createdAt>2020-05-07T10:00:00Z</createdAt>
<isDeleted>true</isDeleted><isSpam>true</isSpam>
<author><name>Spam</name><isAnonymous>true</isAnonymous></author>
<thread dsq:id="8012345678" />
</post>
<post dsq:id="4900000004">
<id />
<message><![CDATA[<p>Retiré</p>]]></message>
<createdAt>2020-05-07T11:00:00Z</createdAt>
<isDeleted>true</isDeleted><isSpam>false</isSpam>
<author><name>Ann</name><isAnonymous>true</isAnonymous></author>
<thread dsq:id="8012345678" />
</post>
<post dsq:id="4900000005">
<id />
<message><![CDATA[<p>Ailleurs</p>]]></message>
<createdAt>2020-05-08T11:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><name>Ann</name><isAnonymous>true</isAnonymous></author>
<thread dsq:id="8012345679" />
</post>
</disqus>
`;
