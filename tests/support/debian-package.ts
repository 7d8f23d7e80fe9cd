import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs a package of Debian where that works without a question: root, on Debian or its
 * children. False where it does not, or fails.
 */
export function installDebianPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  // Two test files may want something at the same time: the second waits for the first.
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  const options = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  try {
    execFileSync('apt-get', [...patient, 'update'], options);
    execFileSync(
      'apt-get',
      [...patient, 'install', '-y', '--no-install-recommends', name],
      options,
    );
    return true;
  } catch {
    return false;
  }
}
