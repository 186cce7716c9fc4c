import { fchmodSync, fchownSync, fstatSync, type Stats } from 'node:fs';

/**
 * Gives an open file the owner, group and permissions of the file that it is to replace. Where the system does not let
 * this user keep them, the file becomes the user's, and nobody may do more with it than before.
 */
export function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(file);
  const isKept = (own.uid === uid && own.gid === gid) || isAllowed(() => fchownSync(file, uid, gid));
  if (isKept) {
    fchmodSync(file, mode & 0o7777);
    return;
  }
  const isGroupKept = own.gid === gid || isAllowed(() => fchownSync(file, own.uid, gid));
  // Whoever was in one of the two groups, or in neither, can be on the other side now.
  const shared = (mode >> 3) & mode & 0o7;
  fchmodSync(file, isGroupKept ? mode & 0o777 : (mode & 0o700) | (shared << 3) | shared);
}

function isAllowed(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
