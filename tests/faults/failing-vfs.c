/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "failing-vfs.h"

#include <sqlite3.h>

/* The real file lies behind ours, in the same piece of memory. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file real;
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  our_vfs;

static int         n_calls;
static int         fails_at; /* 0 is never */
static FailingKind kind;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return &((File *) file)->real;
}

/* What the call answers instead, or SQLITE_OK to let it through. */
static int
get_failure (int broken)
{
  n_calls++;

  if (fails_at == 0 || n_calls < fails_at || (kind == FAILING_ONCE && n_calls > fails_at))
    return SQLITE_OK;

  return kind == FAILING_FULL ? SQLITE_FULL : broken;
}

static int
close_file (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_file (sqlite3_file *file, void *buffer, int n, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), buffer, n, offset);
}

static int
write_file (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 offset)
{
  int failure = get_failure (SQLITE_IOERR_WRITE);

  return failure != SQLITE_OK
             ? failure
             : get_real (file)->pMethods->xWrite (get_real (file), buffer, n, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  int failure = get_failure (SQLITE_IOERR_TRUNCATE);

  return failure != SQLITE_OK ? failure
                              : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  int failure = get_failure (SQLITE_IOERR_FSYNC);

  return failure != SQLITE_OK ? failure : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_file (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
unlock_file (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
check_lock (sqlite3_file *file, int *is_locked)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_locked);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
map_shared (sqlite3_file *file, int page, int size, int grows, void volatile **memory)
{
  int failure = grows ? get_failure (SQLITE_IOERR_SHMSIZE) : SQLITE_OK;

  return failure != SQLITE_OK
             ? failure
             : get_real (file)->pMethods->xShmMap (get_real (file), page, size, grows, memory);
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
unmap_shared (sqlite3_file *file, int removes)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), removes);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = barrier,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  int code = real_vfs->xOpen (real_vfs, name, get_real (file), flags, out_flags);

  file->pMethods = get_real (file)->pMethods != NULL ? &methods : NULL;

  return code;
}

/* From now on every database of this process is opened through here. */
void
failing_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  our_vfs = *real_vfs;
  our_vfs.zName = "failing";
  our_vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  our_vfs.xOpen = open_file;
  sqlite3_vfs_register (&our_vfs, TRUE);
}

/* Counts from here on; 0 only counts. */
void
failing_vfs_fail_at (int call, FailingKind failing_kind)
{
  n_calls = 0;
  fails_at = call;
  kind = failing_kind;
}

/* Everything works again; tells how many calls there were. */
int
failing_vfs_stop (void)
{
  fails_at = 0;

  return n_calls;
}
