import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { BRAKE, shareOut, type Fate, type Served } from './memory-limits.ts';
import { plate, assemble, type Part } from './plates.ts';

const MIB_PER_GIB = 1024;

/** A group, and the process in it unless the kernel has killed it. */
const group = ({ id, asks, has, brake, fate }: Served): Part => ({
  frames: [],
  layers: [
    ...(fate === 'killed'
      ? []
      : [
          plate(`${id}-process`, 'application', id, `cgroups-${id}-process`, {
            note: `cgroups-${fate}`,
            values: { asks, has },
          }),
        ]),
    plate(id, 'cgroup', 'parent', `cgroups-${id}`, {
      note: fate === 'killed' ? 'cgroups-killed' : brake ? 'cgroups-high' : undefined,
      values: { asks, brake: BRAKE },
    }),
  ],
});

/** A tree of control groups: who is served, held back or killed under the limit of the parent. */
export function cgroups({ limit, web, report, brake }: State): Stack {
  const most = Number(limit) * MIB_PER_GIB;
  const served = shareOut(most, [
    { id: 'web', asks: Number(web), brake: false },
    { id: 'report', asks: Number(report), brake: brake === 'on' },
  ]);
  const suffering = (fate: Fate) => served.filter((child) => child.fate === fate);
  const [killed, another] = suffering('killed');
  const alive = suffering('held').length > 0 ? 'report-held' : 'all-served';
  const fate = another ? 'both-killed' : killed ? `${killed.id}-killed` : alive;
  const asked = served.reduce((total, { asks }) => total + asks, 0);
  const used = served.reduce((total, { has }) => total + has, 0);
  return assemble(
    `cgroups-${fate}`,
    { limit: most, asked, used, brake: BRAKE },
    ...served.map(group),
    {
      frames: [],
      layers: [
        plate('other-process', 'application', 'other', 'cgroups-other-process', {
          note: 'cgroups-spared',
        }),
        plate('parent', 'cgroup', 'root', 'cgroups-parent', {
          note: 'cgroups-max',
          values: { limit: most },
        }),
        plate('other', 'cgroup', 'root', 'cgroups-other'),
        plate('root', 'cgroup', null, 'cgroups-root'),
      ],
    },
  );
}
